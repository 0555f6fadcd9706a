using System.Collections.Immutable;
using VietJapanTM.Model;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology;

/// <summary>The glossary of the gold table: small, with every trap.</summary>
internal static class GoldGlossary
{
    public static ImmutableArray<Concept> Concepts { get; } =
    [
        Concept(
            "csp", "es:asociación estratégica integral", "en:comprehensive strategic partnership",
            "vi:đối tác chiến lược toàn diện", "ja:包括的戦略的パートナーシップ"),
        Concept(
            "csp-peace", "es:Asociación Estratégica Integral por la paz y prosperidad en Asia y el mundo",
            "es:Asociación Estratégica Integral por la paz y la prosperidad en Asia y el mundo/admitted",
            "en:Comprehensive Strategic Partnership for Peace and Prosperity in Asia and the World"),
        Concept("sp", "es:asociación estratégica", "en:strategic partnership", "vi:đối tác chiến lược"),
        Concept("extensive", "vi:đối tác sâu rộng", "en:extensive partnership"),
        Concept(
            "oda", "es:asistencia oficial para el desarrollo", "es:asistencia oficial al desarrollo/admitted", "es:AOD/acronym",
            "en:official development assistance", "en:ODA/acronym", "vi:hỗ trợ phát triển chính thức", "ja:政府開発援助", "ja:ODA/acronym"),
        Concept("osa", "es:asistencia oficial de seguridad", "es:OSA/acronym", "en:OSA/acronym"),
        Concept("azec", "es:Comunidad de Emisiones Cero de Asia", "es:AZEC/acronym", "ja:アジア・ゼロエミッション共同体"),
        Concept(
            "foip", "es:Indo-Pacífico libre y abierto", "es:Asociación Indo-Pacífico Libre y Abierta/deprecated",
            "en:Free and Open Indo-Pacific", "vi:Ấn Độ Dương-Thái Bình Dương tự do và rộng mở", "ja:自由で開かれたインド太平洋"),
        Concept("east-sea", "es:Mar del Este/sensitive", "en:East Sea/sensitive", "vi:Biển Đông/sensitive", "ja:南シナ海"),
        Concept(
            "asean", "es:ASEAN/acronym", "es:Asociación de Naciones del Sudeste Asiático", "en:ASEAN/acronym", "vi:ASEAN/acronym",
            "ja:ASEAN/acronym", "ja:東南アジア諸国連合"),
        Concept("who", "en:WHO/acronym", "en:World Health Organization"),
        Concept("party-secretary", "es:secretario general", "en:General Secretary", "vi:Tổng Bí thư", "ja:書記長")
            with { Related = ["phu-trong"] },
        Concept("asean-secretary", "es:secretario general", "en:Secretary General", "ja:事務総長")
            with { Related = ["asean"] },
        Concept("state-president", "es:presidente", "vi:Chủ tịch nước", "ja:国家主席"),
        Concept("pm", "es:primer ministro", "es:premier/admitted", "en:Prime Minister", "vi:Thủ tướng", "ja:首相", "ja:総理大臣/admitted")
            with { Related = ["kishida"] },
        Concept("supply-chain", "es:cadena de suministro", "en:supply chain", "vi:chuỗi cung ứng", "ja:サプライチェーン"),
        Concept("joint-statement", "es:declaración conjunta", "en:joint statement", "vi:tuyên bố chung", "ja:共同声明"),
        Concept("nuclear", "es:mundo sin armas nucleares", "en:world without nuclear weapons", "ja:核兵器のない世界"),
        Concept("kishida", "es:Kishida Fumio/name", "es:Fumio Kishida/name/admitted", "es:Kishida/name/singular", "en:Kishida Fumio/name", "en:Fumio Kishida/name/admitted", "en:Kishida/name/short", "vi:Kishida Fumio/name", "ja:岸田文雄/name", "ja:岸田/name"),
        Concept("phu-trong", "es:Nguyen Phu Trong/name", "es:Phu Trong/name", "vi:Nguyễn Phú Trọng/name", "vi:ông Trọng/name/short", "en:Nguyen Phu Trong/name", "en:Trong/name/short", "ja:グエン・フー・チョン/name", "ja:チョン/name/short"),
        Concept("japan", "es:Japón/name", "vi:Nhật Bản/name", "ja:日本/name", "en:Japan/name"),
        Concept("peace", "vi:hoà bình", "es:paz", "en:peace"),
        Concept("hoa-binh", "vi:Hòa Bình/name"),
        Concept("summit-talks", "ja:首脳会談", "es:conversaciones", "en:summit talks"),
        Concept("member-state", "es:país miembro", "en:member state"),
        Concept("human-resources", "es:recursos humanos", "en:human resources", "vi:nguồn nhân lực"),
        Concept("coast-guard", "es:Guardia Costera de Vietnam/name", "en:Vietnam Coast Guard/name", "vi:Cảnh sát biển Việt Nam/name"),
        Concept("leader", "es:líder joven", "en:young leader"),
        Concept("english-language", "es:inglés"),
        Concept("initiative", "ja:取り組み", "es:iniciativa"),
        Concept("party", "ja:党"),
        Concept("endorse", "en:endorse/verb/forms=endorses|endorsed|endorsing", "es:respaldar/verb/forms=respalda|respaldó|respaldaron"),
        Concept("usa", "es:EE. UU."),
        Concept("attorney", "en:attorney general"),
        Concept("policy", "en:foreign policy", "es:política exterior"),
        Concept("talks", "en:talks/plural"),
        Concept("decision-making", "en:decision-making"),
        Concept("dialogue", "es:diálogo/common", "en:dialogue/common", "vi:đối thoại") with { Related = ["japan"] },
        Concept("vietnam", "es:Vietnam/name/singular", "es:vietnamita/adjective", "en:Vietnam/name/singular", "en:Vietnamese/adjective/sensitive"),
        Concept("digital", "es:transformación digital", "en:digital transformation", "vi:chuyển đổi số"),
    ];
}
