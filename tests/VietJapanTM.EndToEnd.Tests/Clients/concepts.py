"""The life of a concept, as python3-grpcio sees it: proposed, approved, checked against, contested, followed, undone.

Usage: concepts.py HOST:PORT   with the message classes that protoc makes on the PYTHONPATH.
Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.
"""

import sys
import threading

import grpc
from google.rpc import status_pb2
from vietjapantm.v1alpha1 import glossary_pb2, translation_memory_pb2

TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>Test.</p></sourceDesc></fileDesc></tbxHeader>
  <text><body><conceptEntry id="rice-bank"><langSec xml:lang="es"><termSec><term>banco de arroz</term><min:partOfSpeech>noun</min:partOfSpeech>
    <min:administrativeStatus>%s</min:administrativeStatus><basic:termType>fullForm</basic:termType></termSec></langSec></conceptEntry></body></text>
</tbx>
"""
PREFERRED, FORBIDDEN = 1, 3
PROPOSED, APPROVED = 1, 2
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
            make = getattr(channel, f"{'stream' if method.client_streaming else 'unary'}_{'stream' if method.server_streaming else 'unary'}")
            invoke = make(f"/{module.DESCRIPTOR.package}.{name}/{method.name}", request.SerializeToString, reply.FromString)
            setattr(self, method.name, self.call(invoke, request, method.client_streaming))

    @staticmethod
    def call(invoke, request, streams):
        if streams:
            return lambda parts: invoke((request(**part) for part in parts), timeout=60)
        return lambda **fields: invoke(request(**fields), timeout=60)


def refused(call):
    """The status of a call that must fail, and the concept in its details, or None."""
    try:
        return ("OK", call(), None)
    except grpc.RpcError as failure:
        details = next((value for key, value in failure.trailing_metadata() if key == "grpc-status-details-bin"), b"")
        return (failure.code().name, failure.details(), concept_in(details))


def concept_in(details):
    for packed in status_pb2.Status.FromString(details).details:
        found = glossary_pb2.Concept()
        if packed.Unpack(found):
            return found
    return None


def section(language, term, status=PREFERRED):
    return dict(language_code=language, terms=[dict(text=term, status=status)])


def lifecycle(glossary):
    made = glossary.CreateConcept(
        concept_id="rice-summit", author="An", reason="new",
        concept=dict(languages=[section("es", "cumbre del arroz"), section("en", "rice summit")]), request_id="python-create")
    check("CreateConcept is a proposal", (made.name, made.approval_state, made.author) == ("concepts/rice-summit", PROPOSED, "An"), made)
    pair = dict(source_text="La cumbre del arroz.", source_language_code="es", target_text="The rice meeting.", target_language_code="en")
    check("Check leaves proposals out", not glossary.Check(**pair).findings)
    check("Check takes proposals in on request", glossary.Check(approval_states=[PROPOSED, APPROVED], **pair).findings)
    approved = glossary.UpdateConcept(concept=dict(name=made.name, approval_state=APPROVED, etag=made.etag), author="Bình")
    check("UpdateConcept approves", approved.approval_state == APPROVED and approved.languages == made.languages, approved)
    check("Check uses what is approved", glossary.Check(**pair).findings)
    status, _, current = refused(lambda: glossary.UpdateConcept(concept=dict(name=made.name, note="late", etag=made.etag)))
    check("UpdateConcept refuses the loser with the current state", status == "ABORTED" and current.etag == approved.etag, (status, current))
    status, message, _ = refused(lambda: glossary.CreateConcept(concept_id="other", concept=dict(languages=[section("es", "otro")]), request_id="python-create"))
    check("request_id of another request is refused", status == "INVALID_ARGUMENT" and "request_id" in message, (status, message))
    steps = glossary.ConceptHistory(name=made.name).steps
    check("ConceptHistory", [(s.change_set.author, s.change_set.reason) for s in steps] == [("Bình", ""), ("An", "new")], steps)


def following(glossary):
    listed = glossary.ListConcepts(page_size=1000)
    cache = {c.name: c.etag for c in listed.concepts}
    stream, done = glossary.Watch(revision=listed.revision), threading.Event()

    def follow():
        for reply in stream:
            for change in reply.changes:
                if change.HasField("concept"):
                    cache[change.name] = change.concept.etag
                else:
                    del cache[change.name]
            if "concepts/last" in cache:
                break
        done.set()

    threading.Thread(target=follow, daemon=True).start()
    for i in range(20):
        glossary.CreateConcept(concept_id=f"w{i}", concept=dict(languages=[section("es", f"palabra {i}")]))
        if i % 3 == 0:
            glossary.DeleteConcept(name=f"concepts/w{i}")
    glossary.CreateConcept(concept_id="last", concept=dict(languages=[section("es", "última")]))
    check("Watch ends in time", done.wait(30))
    stream.cancel()
    check("Watch keeps the cache right", cache == {c.name: c.etag for c in glossary.ListConcepts(page_size=1000).concepts})
    check("Watch refuses the future", refused(lambda: next(glossary.Watch(revision=10**9)))[0] == "OUT_OF_RANGE")


def files(glossary, memory):
    def parts(status, **options):
        content = (TBX % status).encode()
        return [dict(options=options)] + [dict(chunk=dict(file="rice.tbx", content=content[i:i + 100])) for i in range(0, len(content), 100)]

    trial = glossary.Import(parts("preferredTerm-admn-sts", dry_run=True))
    check("Import dry run", [c.kind for c in trial.changes] == [1] and trial.dry_run, trial)
    done = glossary.Import(parts("preferredTerm-admn-sts", author="An"))
    check("Import", done.concept_count == 1 and len(done.changes) == 1, done)
    wrong = glossary.Import(parts("favourite", dry_run=True)).diagnostics
    check("Import names the fault", [(d.code, d.file, d.line > 0, d.column > 0) for d in wrong] == [("TBX008", "rice.tbx", True, True)], wrong)
    check("Import refuses it", refused(lambda: glossary.Import(parts("favourite")))[0] == "INVALID_ARGUMENT")
    exported = b"".join(part.chunk.content for part in glossary.Export())
    check("Export", "banco de arroz".encode() in exported and exported.endswith(b"</tbx>\n"))
    memory.PutUnits(parent="memories/vietnam-japan", units=[dict(variants=[
        dict(language_code="en", text="A rice bank opened."), dict(language_code="es", text="Abrió un banco de arroz.")])])
    deprecated = glossary.Import(parts("deprecatedTerm-admn-sts"))
    answer = list(glossary.Diff(from_revision=done.revision, to_revision=deprecated.revision))
    check("Diff finds the broken unit", [p.unit.finding.rule for p in answer if p.HasField("unit")] == ["VJT001"], answer)
    check("Diff sums up", (answer[-1].summary.concept_count, answer[-1].summary.broken_unit_count) == (1, 1), answer[-1])
    undone = memory.RevertChangeSet(name=f"changeSets/{deprecated.revision}", author="An")
    check("RevertChangeSet", undone.change_set.concepts.updated == 1, undone)
    check("RevertChangeSet of nothing", refused(lambda: memory.RevertChangeSet(name=f"changeSets/{10**6}"))[0] == "NOT_FOUND")
    newest = memory.ListChangeSets(page_size=1).change_sets[0]
    check("ListChangeSets", newest.revision == undone.revision and newest.author == "An", newest)


def main(address):
    with grpc.insecure_channel(address) as channel:
        service = Service(channel, glossary_pb2, "Glossary")
        lifecycle(service)
        following(service)
        files(service, Service(channel, translation_memory_pb2, "TranslationMemory"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
