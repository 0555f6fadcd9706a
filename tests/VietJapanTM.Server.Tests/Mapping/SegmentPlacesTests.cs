using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class SegmentPlacesTests
{
    [Fact]
    public void Next_RandomTexts_GivesTheSlicesThatWereCut() => Seeded.Run(200, random =>
    {
        string[] pieces = ["El Sr. Pérez vino.", " ", "\n", "\n\n", "😀 Hola.", "Sí.", "\u3000", "Sí.", "1."];
        var raw = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
        var prepared = TextPreparation.Prepare(LanguageTag.Spanish, raw, MendKind.None);
        var places = new SegmentPlaces(raw);
        Assert.All(prepared.Segments, segment =>
        {
            var place = places.Next(prepared[segment]);
            Assert.Equal((segment.Start, segment.End), (place!.Value.StartUtf16, place.Value.EndUtf16));
        });
    });

    [Fact]
    public void Next_SegmentThatWasMended_HasNoPlaceAndTheNextLongOneDoes()
    {
        const string raw = "Visitó laactividad. Sí. Los dos dirigentes firmaron un acuerdo. Sí.";
        var places = new SegmentPlaces(raw);
        var found = new[] { "Visitó la actividad.", "Sí.", "Los dos dirigentes firmaron un acuerdo.", "Sí." }.Select(places.Next).ToList();
        Assert.Null(found[0]);
        Assert.Null(found[1]);
        Assert.Equal("Los dos dirigentes firmaron un acuerdo.", raw[found[2]!.Value.StartUtf16..found[2]!.Value.EndUtf16]);
        Assert.Equal(raw.Length, found[3]!.Value.EndUtf16);
    }
}
