"""The life of a document, as python3-grpcio sees it: aligned with a warning, reviewed, contested, reviewed again.

Usage: documents.py HOST:PORT   with the message classes that protoc makes on the PYTHONPATH.
Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.
"""

import sys

import concepts
import grpc
from concepts import Service, check
from google.protobuf import empty_pb2
from vietjapantm.v1alpha1 import alignment_pb2

SPANISH = "El presidente llegó ayer a la capital. Se reunió con su homólogo y los dos hablaron de comercio y de la paz en la región."
ENGLISH = "The president arrived in the capital yesterday. He met with his counterpart and the two spoke about trade and peace in the region."
CONFIRMED, REJECTED = 2, 3


def failure(call):
    """The status and the raw details of a call that must fail."""
    try:
        return ("OK", call())
    except grpc.RpcError as error:
        return (error.code().name, dict(error.trailing_metadata()).get("grpc-status-details-bin", b""))


def texts(es, en):
    return [dict(language_code="es", text=es), dict(language_code="en", text=en)]


def main(address):
    with grpc.insecure_channel(address) as channel:
        alignment = Service(channel, alignment_pb2, "Alignment")
        swapped = alignment.Align(texts=texts(ENGLISH, SPANISH))
        check("Align names swapped texts", [(n.kind, n.language_code, n.likely_language_code) for n in swapped.notices] == [(1, "es", "en"), (1, "en", "es")], swapped.notices)
        document = alignment.AlignDocument(document_id="visit", memory="memories/vietnam-japan", texts=texts(SPANISH, ENGLISH))
        check("AlignDocument", len(document.pairs[0].beads) == 2 and not document.notices, document)

        def review(seen, bead, **action):
            return alignment.ReviewBeads(
                name=document.name, source_language_code="es", target_language_code="en", revision=seen.revision, actions=[dict(bead=bead, **action)])

        first = review(document, 0, confirm=empty_pb2.Empty())
        check("ReviewBeads confirms", first.pairs[0].beads[0].status == CONFIRMED and first.revision > document.revision, first)
        status, details = failure(lambda: review(document, 1, reject=empty_pb2.Empty()))
        check("ReviewBeads refuses who saw an older revision", status == "ABORTED" and b"RevisionStale" in details, (status, details))
        now = alignment.GetDocument(name=document.name)
        check("the loser changed nothing", now == first, now)
        second = review(now, 1, reject=empty_pb2.Empty())
        check("ReviewBeads after reading again", [bead.status for bead in second.pairs[0].beads] == [CONFIRMED, REJECTED], second)
        status, _ = failure(lambda: review(second, 7, confirm=empty_pb2.Empty()))
        check("ReviewBeads refuses a bead that is not there", status == "INVALID_ARGUMENT", status)
    return 1 if concepts.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
