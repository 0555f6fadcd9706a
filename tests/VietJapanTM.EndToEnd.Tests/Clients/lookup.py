"""Asks a running server for a translation and for a term.

    mkdir -p /tmp/messages
    protoc -I protos --python_out=/tmp/messages protos/vietjapantm/v1alpha1/*.proto
    PYTHONPATH=/tmp/messages python3 tests/VietJapanTM.EndToEnd.Tests/Clients/lookup.py localhost:5280
"""

import sys

import grpc
from vietjapantm.v1alpha1 import glossary_pb2, translation_memory_pb2

SENTENCE = (
    "Según la cartera, en las conversaciones, los dos dirigentes intercambiaron sus puntos de vista "
    "sobre el desarrollo de las relaciones bilaterales en el futuro."
)
TERM = "la Asociación Estratégica Integral"


def call(channel, module, service, method, request):
    """One unary call, with the message classes that protoc makes and nothing else."""
    descriptor = module.DESCRIPTOR.services_by_name[service].methods_by_name[method]
    reply = getattr(module, descriptor.output_type.name)
    invoke = channel.unary_unary(
        f"/{module.DESCRIPTOR.package}.{service}/{method}", type(request).SerializeToString, reply.FromString
    )
    return invoke(request, timeout=10)


with grpc.insecure_channel(sys.argv[1]) as channel:
    request = translation_memory_pb2.LookupRequest(text=SENTENCE, source_language_code="es", target_language_code="vi")
    for match in call(channel, translation_memory_pb2, "TranslationMemory", "Lookup", request).matches:
        print(match.match_rate, match.target.text)

    request = glossary_pb2.LookupTermRequest(text=TERM, language_code="es")
    for entry in call(channel, glossary_pb2, "Glossary", "LookupTerm", request).entries:
        print(entry.term.text, "=", entry.definition)
        for section in entry.equivalents:
            print(" ", section.language_code, section.terms[0].text)
