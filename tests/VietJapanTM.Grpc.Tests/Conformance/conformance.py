"""The echo service as python3-grpcio, a client of another make, sees it.

Usage: conformance.py HOST:PORT   with echo_pb2.py (made by protoc) in the folder PROTO_OUT.
Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.
"""

import concurrent.futures
import os
import sys
import threading
import time

import grpc

sys.path.insert(0, os.environ["PROTO_OUT"])
import echo_pb2 as pb  # noqa: E402

SERVICE = "/vietjapantm.grpc.testing.Echo/"
MEBI = 1 << 20
failures = 0


def check(name, passed, got=""):
    global failures
    if passed:
        print(f"ok {name}", flush=True)
    else:
        failures += 1
        print(f"FAIL {name}: {got}", flush=True)


def error_of(call):
    """The RpcError that a call raises, or None."""
    try:
        call()
        return None
    except grpc.RpcError as e:
        return e


def check_code(name, call, code, details=None):
    e = error_of(call)
    passed = e is not None and e.code() == code and (details is None or e.details() == details)
    check(name, passed, e)
    return e


class Echo:
    """Stubs made by hand, so that nothing but protoc is needed."""

    def __init__(self, channel):
        types = dict(request_serializer=pb.EchoRequest.SerializeToString, response_deserializer=pb.EchoReply.FromString)
        self.unary = channel.unary_unary(SERVICE + "Unary", **types)
        self.server_stream = channel.unary_stream(SERVICE + "ServerStream", **types)
        self.client_stream = channel.stream_unary(SERVICE + "ClientStream", **types)
        self.duplex = channel.stream_stream(SERVICE + "Duplex", **types)


def request(**fields):
    return pb.EchoRequest(**fields)


def calls_of_all_kinds(echo):
    reply = echo.unary(request(text="hé", count=7))
    check("unary", reply.text == "hé" and reply.count == 7, reply)
    check("unary, empty message", echo.unary(request()).text == "")
    counts = [r.count for r in echo.server_stream(request(text="a", count=100))]
    check("server stream", counts == list(range(100)), counts)
    check("server stream without messages", list(echo.server_stream(request())) == [])
    check("client stream", echo.client_stream(request(text=str(i)) for i in range(1000)).count == 1000)
    check("client stream without messages", echo.client_stream(iter([])).count == 0)
    counts = [r.count for r in echo.duplex(request(text="b", count=i) for i in range(500))]
    check("duplex", counts == list(range(500)), counts)
    check("duplex without messages", list(echo.duplex(iter([]))) == [])


def statuses(echo, channel):
    text = "näh 100% \n\t☃ x"
    e = check_code("status and message", lambda: echo.unary(request(status_code=5, status_message=text)), grpc.StatusCode.NOT_FOUND, text)
    trailers = dict(e.trailing_metadata())
    check("trailers of an error", trailers.get("x-error") == "e1" and trailers.get("x-error-bin") == b"\x01\x02\x03", trailers)
    for code in list(grpc.StatusCode)[1:]:
        check_code(f"code {code.value[0]}", lambda: echo.unary(request(status_code=code.value[0])), code)
    e = check_code("handler throws", lambda: echo.unary(request(behaviour=pb.THROW)), grpc.StatusCode.UNKNOWN, "Exception was thrown by handler.")
    check_code("handler returns null", lambda: echo.unary(request(behaviour=pb.NULL_REPLY)), grpc.StatusCode.CANCELLED)
    check_code("status of the context", lambda: echo.unary(request(behaviour=pb.SET_STATUS)), grpc.StatusCode.ALREADY_EXISTS, "set")
    check_code(
        "error after a stream",
        lambda: list(echo.server_stream(request(count=3, status_code=9, status_message="after 3"))),
        grpc.StatusCode.FAILED_PRECONDITION,
        "after 3",
    )
    check_code("unknown method", lambda: channel.unary_unary(SERVICE + "Nope")(b""), grpc.StatusCode.UNIMPLEMENTED)
    check_code("unknown service", lambda: channel.unary_unary("/no.Such/Nope")(b""), grpc.StatusCode.UNIMPLEMENTED)
    check_code(
        "unknown service, streaming",
        lambda: next(channel.stream_stream("/no.Such/Nope")(iter([b"a", b"b"]))),
        grpc.StatusCode.UNIMPLEMENTED,
    )
    e = error_of(lambda: echo.unary(request(behaviour=pb.DETAILS)))
    details = dict(e.trailing_metadata()).get("grpc-status-details-bin")
    check("status details", e.code() == grpc.StatusCode.INVALID_ARGUMENT and details == b"\x08\x03\x12\x02\xc3\xa9", details)


def metadata(echo):
    every_byte = bytes(range(256))
    sent = (
        ("x-echo-a", "v1"),
        ("x-echo-a", "v2"),
        ("x-echo-b-bin", every_byte),
        ("x-echo-b-bin", b""),
        ("x-want-headers", "1"),
    )
    _, call = echo.unary.with_call(request(text="m"), metadata=sent)
    trailers = call.trailing_metadata()
    texts = [value for key, value in trailers if key == "x-trail-a"]
    check("metadata, several of a key", texts == ["v1", "v2"], trailers)
    binaries = [value for key, value in trailers if key == "x-trail-b-bin"]
    check("metadata, binary", binaries == [every_byte, b""], trailers)
    headers = dict(call.initial_metadata())
    check("response headers", headers.get("x-lead") == "lead-value" and headers.get("x-lead-bin") == bytes([0, 1, 2, 255]), headers)


def deadlines_and_cancellation(echo):
    start = time.time()
    check_code("deadline, unary", lambda: echo.unary(request(delay_ms=5000), timeout=0.3), grpc.StatusCode.DEADLINE_EXCEEDED)
    check("deadline comes in time", 0.25 < time.time() - start < 3, time.time() - start)
    left = echo.unary(request(behaviour=pb.DEADLINE), timeout=30).count
    check("deadline is known to the handler", 20000 < left <= 30200, left)
    reply = echo.unary(request(behaviour=pb.DEADLINE), timeout=3600 * 24 * 365 * 50)
    check("deadline in 50 years", "T" in reply.text, reply)
    stream = lambda: list(echo.server_stream(request(count=1000, delay_ms=20), timeout=0.3))
    check_code("deadline, stream", stream, grpc.StatusCode.DEADLINE_EXCEEDED)

    cancelled = lambda: echo.unary(request(behaviour=pb.CANCEL_COUNT)).count
    before = cancelled()
    future = echo.unary.future(request(delay_ms=20000))
    responses = echo.server_stream(request(count=100000, delay_ms=10))
    next(responses)
    time.sleep(0.2)
    future.cancel()
    responses.cancel()
    limit = time.time() + 10
    while cancelled() < before + 2 and time.time() < limit:
        time.sleep(0.05)
    check("server sees cancellation", cancelled() >= before + 2, (before, cancelled()))


def streams_that_end_early(echo):
    released = threading.Event()

    def stop_and_wait():
        yield request(text="x")
        yield request(behaviour=pb.STOP)
        released.wait(20)

    start = time.time()
    replies = list(echo.duplex(stop_and_wait()))
    released.set()
    check("server ends a duplex call first", len(replies) == 1 and time.time() - start < 10, replies)

    third_fails = (request(text="y" * 1000, status_code=7 if i == 2 else 0) for i in range(200000))
    check_code("error before the client's end", lambda: echo.client_stream(third_fails), grpc.StatusCode.PERMISSION_DENIED)
    third_stops = (request(text="y" * 1000, behaviour=pb.STOP if i == 2 else pb.ECHO) for i in range(20000))
    check("success before the client's end", echo.client_stream(third_stops).count == 3)


def sizes(echo):
    reply = echo.unary(request(text="q" * 3_000_000, pad_bytes=5_000_000))
    check("3 MB up, 5 MB down", len(reply.text) == 3_000_000 and len(reply.padding) == 5_000_000)
    check_code("4 MiB and a byte", lambda: echo.unary(request(text="q" * (4 * MEBI - 4))), grpc.StatusCode.RESOURCE_EXHAUSTED)
    check("4 MiB", len(echo.unary(request(text="q" * (4 * MEBI - 5))).text) == 4 * MEBI - 5)
    check_code("60 MB", lambda: echo.unary(request(text="q" * 60_000_000)), grpc.StatusCode.RESOURCE_EXHAUSTED)
    check("60 MB in a stream", echo.client_stream(request(text="q" * 1_000_000) for _ in range(60)).count == 60)
    check("the connection still works", echo.unary(request(text="after")).text == "after")


def compression(echo):
    for name, algorithm in (("gzip", grpc.Compression.Gzip), ("deflate", grpc.Compression.Deflate)):
        reply = echo.unary(request(text="z" * 100_000), compression=algorithm)
        check(f"{name}, unary", len(reply.text) == 100_000)
        reply = echo.client_stream((request(text="z" * 5000) for _ in range(10)), compression=algorithm)
        check(f"{name}, client stream", reply.count == 10)
    bomb = lambda: echo.unary(request(text="z" * 20_000_000), compression=grpc.Compression.Gzip)
    check_code("decompression bomb", bomb, grpc.StatusCode.RESOURCE_EXHAUSTED)


def malformed_calls(echo, channel):
    text = echo.unary(request(behaviour=pb.INFO)).text
    check("method, host and peer", text.startswith(SERVICE + "Unary|127.0.0.1:") and "|ipv4:127.0.0.1:" in text, text)
    internal = grpc.StatusCode.INTERNAL
    check_code("no valid protobuf", lambda: channel.unary_unary(SERVICE + "Unary")(b"\x0a\xff"), internal)
    check_code("no message to a unary method", lambda: channel.stream_unary(SERVICE + "Unary")(iter([])), internal)
    check_code("two messages to a unary method", lambda: channel.stream_unary(SERVICE + "Unary")(iter([b"", b""])), internal)


def read_late(echo):
    """40 MB wait 9 seconds for their reader: longer than Kestrel's grace for a slow one."""
    responses = echo.server_stream(request(count=400, pad_bytes=100_000))
    next(responses)
    time.sleep(9)
    return sum(1 for _ in responses)


def write_late(echo):
    def requests():
        yield request(text="a")
        time.sleep(9)
        yield request(text="b")

    return echo.client_stream(requests()).count


def concurrency(echo):
    futures = [echo.unary.future(request(text=str(i), delay_ms=50)) for i in range(1000)]
    check("1000 calls at once", all(f.result().text == str(i) for i, f in enumerate(futures)))


def main():
    limits = [("grpc.max_receive_message_length", 64 * MEBI), ("grpc.max_send_message_length", 64 * MEBI)]
    with grpc.insecure_channel(sys.argv[1], options=limits) as channel, \
            grpc.insecure_channel(sys.argv[1], options=limits + [("grpc.use_local_subchannel_pool", 1)]) as slow_channel, \
            concurrent.futures.ThreadPoolExecutor(2) as background:
        echo = Echo(channel)
        slow_reader = background.submit(read_late, Echo(slow_channel))
        slow_writer = background.submit(write_late, Echo(slow_channel))
        calls_of_all_kinds(echo)
        statuses(echo, channel)
        metadata(echo)
        deadlines_and_cancellation(echo)
        streams_that_end_early(echo)
        sizes(echo)
        compression(echo)
        malformed_calls(echo, channel)
        concurrency(echo)
        check("slow reader", slow_reader.result() == 399)
        check("slow writer", slow_writer.result() == 2)
    sys.exit(1 if failures else 0)


main()
