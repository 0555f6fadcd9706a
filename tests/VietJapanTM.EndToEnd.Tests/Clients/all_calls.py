"""Every method of the server, as python3-grpcio sees it.

Usage: all_calls.py HOST:PORT   with the message classes that protoc makes on the PYTHONPATH.
Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.
"""

import sys

import grpc
from google.rpc import error_details_pb2, status_pb2
from health.v1 import health_pb2
from vietjapantm.v1alpha1 import administration_pb2, alignment_pb2, glossary_pb2, translation_memory_pb2

SPANISH = "Además, acogieron con satisfacción el reciente suministro de equipo."
VIETNAMESE = "Ngoài ra, hai bên hoan nghênh việc cung cấp trang thiết bị gần đây."
MEMORY = "memories/vietnam-japan"
failures = 0


def check(name, passed, got=""):
    global failures
    failures += not passed
    print(f"ok {name}" if passed else f"FAIL {name}: {got!r}", flush=True)


class Service:
    """A service's methods by name, from the descriptor alone."""

    def __init__(self, channel, module, name):
        for method in module.DESCRIPTOR.services_by_name[name].methods:
            request, reply = (getattr(module, each.name) for each in (method.input_type, method.output_type))
            path = f"/{module.DESCRIPTOR.package}.{name}/{method.name}"
            make = self.stream if method.client_streaming else self.server_stream if method.server_streaming else self.method
            setattr(self, method.name, make(channel, path, request, reply))

    @staticmethod
    def stream(channel, path, request, reply):
        invoke = channel.stream_stream(path, request.SerializeToString, reply.FromString)
        return lambda requests: invoke((request(**fields) for fields in requests), timeout=30)

    @staticmethod
    def server_stream(channel, path, request, reply):
        invoke = channel.unary_stream(path, request.SerializeToString, reply.FromString)
        return lambda **fields: invoke(request(**fields), timeout=30)

    @staticmethod
    def method(channel, path, request, reply):
        invoke = channel.unary_unary(path, request.SerializeToString, reply.FromString)
        return lambda **fields: invoke(request(**fields), timeout=30)


def around_the_hit(memory):
    """Context, filters, memory settings, adaptation, tags, notices and explanations, all on one unit of its own."""
    source = dict(language_code="es", text="Asistieron 980 delegados al foro anual.", previous_text="Antes.", next_text="Luego.")
    target = dict(
        language_code="en", text="The annual forum was attended by 980 delegates.", status="APPROVED", author="Ana",
        tags=[dict(position_utf16=33, kind="STANDALONE", id=1, data="<old/>")],
    )
    source["tags"] = [dict(position_utf16=11, kind="STANDALONE", id=1, data="<old/>")]
    unit = memory.PutUnits(
        parent=MEMORY, units=[dict(variants=[source, target], attributes=dict(domain="forums"))], request_id="python-hit"
    ).names[0]
    query = dict(text=source["text"], source_language_code="es", target_language_code="en")

    best = memory.Lookup(**query, previous_text="Antes.", next_text="Luego.").matches[0]
    check("context", (best.match_rate, best.previous_context, best.next_context) == (101, 1, 1), best)
    best = memory.Lookup(**query, previous_text="Otra.").matches[0]
    check("context of three states", (best.match_rate, best.previous_context, best.next_context) == (100, 2, 0), best)
    allowed = dict(statuses=["APPROVED"], authors=["Ana"], attributes=dict(domain="forums"), changed_from=dict(seconds=1))
    check("filter lets through", memory.Lookup(**query, filter=allowed).matches[0].unit == unit)
    check("filter keeps out", not memory.Lookup(**query, filter=dict(allowed, authors=["Ken"])).matches)
    selected = memory.Lookup(**query, memory_selections=[dict(memory=MEMORY, penalty=7)]).matches[0]
    check("penalty of the request", (selected.match_rate, selected.applied_penalties[0].reason) == (93, "memory"), selected)

    near = dict(query, text="Asistieron 1.250 delegados al foro anual.")
    tag = dict(position_utf16=11, kind="STANDALONE", id=9, data="<new/>")
    found = memory.Lookup(**near, tags=[tag]).matches[0]
    adapted = found.adapted_target
    check("adapted", adapted.text == "The annual forum was attended by 1,250 delegates.", adapted)
    check("unadapted", found.target.text == target["text"] and adapted.origin == 4 and not adapted.needs_review, found)
    edit = adapted.edits[0]
    check("edit", (edit.kind, edit.old_text, adapted.text[edit.adapted_span.start : edit.adapted_span.end]) == ("number", "980", "1,250"), edit)
    check("tags", [(t.id, t.data, t.position_utf16) for t in found.mapped_tags.tags] == [(9, "<new/>", 33)], found.mapped_tags)

    silent = memory.Lookup(**dict(query, target_language_code="fr"))
    check("notice", [n.reason for n in silent.notices] == ["no-units-in-target-language"], silent.notices)
    hit = memory.Explain(lookup=near, unit=unit)
    check("Explain a hit", hit.is_match and hit.nearest.edits[0].kind == "number" and not hit.reasons, hit)
    miss = memory.Explain(lookup=dict(near, min_match_rate=100, filter=dict(authors=["Ken"])), unit=unit)
    check("Explain a miss", not miss.is_match and [r.reason for r in miss.reasons] == ["filtered", "below-threshold"], miss)


def lookup_stream(memory):
    """A document in one call: every request has its answer, the faulty ones their status."""
    query = dict(text=SPANISH, source_language_code="es", target_language_code="vi")
    requests = [dict(request_id=str(i), lookup=dict(query, min_match_rate=10 if i % 10 == 3 else 0)) for i in range(300)]
    replies = {r.request_id: r for r in memory.LookupStream(requests)}
    check("LookupStream answers all", len(replies) == 300, len(replies))
    texts = {r.response.matches[0].target.text for r in replies.values() if r.WhichOneof("result") == "response"}
    check("LookupStream answers", texts == {VIETNAMESE}, texts)
    failures = {int(i): r.failure for i, r in replies.items() if r.WhichOneof("result") == "failure"}
    check("LookupStream goes on", sorted(failures) == list(range(3, 300, 10)), failures)
    check("LookupStream says why", {(f.code, "min_match_rate" in f.message) for f in failures.values()} == {(3, True)}, failures)
    call = memory.LookupStream(requests)
    next(call)
    call.cancel()
    check("LookupStream cancelled", call.code() == grpc.StatusCode.CANCELLED, call.code())


def translation_memory(memory):
    put = dict(
        parent=MEMORY,
        units=[dict(variants=[dict(language_code="es", text=SPANISH), dict(language_code="vi", text=VIETNAMESE)])],
        request_id="python-1",
    )
    written = memory.PutUnits(**put)
    check("PutUnits", written.written_count == 1 and len(written.names) == 1, written)
    check("PutUnits again", memory.PutUnits(**put) == written)
    found = memory.Lookup(text=SPANISH, source_language_code="es", target_language_code="vi")
    check("Lookup sees it", (found.matches[0].match_rate, found.matches[0].target.text) == (100, VIETNAMESE), found)
    back = memory.Lookup(text=VIETNAMESE, source_language_code="vi", target_language_code="es")
    check("Lookup backwards", back.matches[0].target.text == SPANISH, back)
    near = memory.Lookup(text=SPANISH.replace("reciente", "nuevo"), source_language_code="es", target_language_code="vi")
    check("Lookup fuzzy", 70 <= near.matches[0].match_rate < 100 and near.matches[0].edits[0].kind == "word", near)
    lookup_stream(memory)
    around_the_hit(memory)
    check("GetUnit", memory.GetUnit(name=written.names[0]).variants[1].text == VIETNAMESE)
    made = memory.CreateMemory(memory_id="python", memory=dict(display_name="Python"))
    check("CreateMemory", made.name == "memories/python", made)
    name = written.names[0]
    updated = memory.UpdateUnit(unit=dict(name=name, attributes={"client": "VNA"}))
    check("UpdateUnit", updated.attributes["client"] == "VNA" and len(updated.variants) > 1, updated)
    parent = name.split("/units/")[0]
    check("ListUnits", updated in list(memory.ListUnits(parent=parent, page_size=1000).units))
    deleted = memory.DeleteUnits(parent=parent, names=[name]).revision
    check("DeleteUnits", name not in [u.name for u in memory.ListUnits(parent=parent, page_size=1000).units])
    memory.RevertChangeSet(name=f"changeSets/{deleted}")
    check("ListMemories", [m.name for m in memory.ListMemories().memories] == ["memories/python", MEMORY])
    ended = memory.DeleteMemory(name="memories/python").revision
    check("DeleteMemory", [m.name for m in memory.ListMemories().memories] == [MEMORY])
    memory.RevertChangeSet(name=f"changeSets/{ended}")
    check("DeleteMemory undone", len(memory.ListMemories().memories) == 2)


def alignment(align):
    texts = [dict(language_code="es", text="Hola. ¿Qué tal?"), dict(language_code="en", text="Hello. How are you?")]
    check("Segment", [s.text for s in align.Segment(content=texts[0]).segments] == ["Hola.", "¿Qué tal?"])
    mended = align.Mend(content=dict(language_code="es", text="Saludó porel desarrollo derelaciones diplomáticas."))
    check("Mend", mended.text == "Saludó por el desarrollo de relaciones diplomáticas.", mended)
    beads = align.Align(texts=texts).pairs[0].beads
    check("Align", [(list(b.source), list(b.target)) for b in beads] == [([0], [0]), ([1], [1])], beads)
    document = align.AlignDocument(document_id="python", memory=MEMORY, texts=texts)
    check("AlignDocument", document.name == "documents/python" and len(document.pairs) == 1, document)
    check("GetDocument", align.GetDocument(name=document.name) == document)
    listed = align.ListDocuments().documents
    check("ListDocuments", len(listed) == 3 and "documents/python" in [d.name for d in listed], listed)
    check("DeleteDocument", align.DeleteDocument(name=document.name).revision > document.revision)
    check("DeleteDocument ends it", len(align.ListDocuments().documents) == 2)


def glossary(glossary):
    entries = glossary.LookupTerm(text="la Asociación Estratégica Integral", language_code="es").entries
    check("LookupTerm", entries and entries[0].definition and entries[0].equivalents, entries)
    vietnamese = [t.text for e in entries for s in e.equivalents if s.language_code == "vi" for t in s.terms]
    check("LookupTerm in Vietnamese", "đối tác chiến lược toàn diện" in [t.lower() for t in vietnamese], vietnamese)
    sentence = "🎏 Celebran el aniversario de la Asociación Estratégica Integral."
    found = glossary.RecognizeTerms(text=sentence, language_code="es").occurrences
    spans = [sentence[o.span.start:o.span.end] for o in found]
    check("RecognizeTerms, spans in code points", "Asociación Estratégica Integral" in spans, spans)
    missing = glossary.Check(
        source_text=sentence, source_language_code="es", target_text="Hai nước kỷ niệm.", target_language_code="vi"
    ).findings
    check("Check", any(f.expected_terms for f in missing), missing)
    concept = glossary.GetConcept(name=entries[0].concept)
    check("GetConcept", concept.name == entries[0].concept, concept)
    page = glossary.ListConcepts(page_size=2)
    rest = glossary.ListConcepts(page_token=page.next_page_token)
    names = [c.name for c in [*page.concepts, *rest.concepts]]
    check("ListConcepts", len(page.concepts) == 2 and names == sorted(set(names)), names)


def errors(memory):
    try:
        memory.GetUnit(name=MEMORY + "/units/none")
        check("NOT_FOUND", False)
    except grpc.RpcError as e:
        check("NOT_FOUND", e.code() == grpc.StatusCode.NOT_FOUND, e)
        info = error_details_pb2.ErrorInfo()
        details = status_pb2.Status.FromString(dict(e.trailing_metadata())["grpc-status-details-bin"]).details
        check("status details", details[0].Unpack(info) and info.reason == "UnitNotFound", details)


def care(administration):
    check("VerifyStore", not administration.VerifyStore().findings)
    pieces = list(administration.Backup())
    copy = b"".join(piece.content for piece in pieces)
    check("Backup", copy.startswith(b"SQLite format 3\0") and len(copy) == pieces[0].total_bytes, len(copy))


with grpc.insecure_channel(sys.argv[1]) as channel:
    check("health", Service(channel, health_pb2, "Health").Check().status == health_pb2.HealthCheckResponse.SERVING)
    administration = Service(channel, administration_pb2, "Administration")
    status = administration.GetStatus()
    check("GetStatus", (status.document_count, status.memory_count) == (2, 1) and status.concept_count >= 80, status)
    translation_memory(Service(channel, translation_memory_pb2, "TranslationMemory"))
    alignment(Service(channel, alignment_pb2, "Alignment"))
    glossary(Service(channel, glossary_pb2, "Glossary"))
    errors(Service(channel, translation_memory_pb2, "TranslationMemory"))
    care(administration)

sys.exit(failures > 0)
