// The echo service as @grpc/grpc-js, a client of another make, sees it.
//
// Usage: node conformance.js HOST:PORT PATH/echo.proto   with NODE_PATH at the installed packages.
// Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.

'use strict';

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, proto] = process.argv.slice(2);
const { Echo } = grpc.loadPackageDefinition(loader.loadSync(proto, { keepCase: true, defaults: true })).vietjapantm.grpc.testing;

const newClient = (options) => new Echo(address, grpc.credentials.createInsecure(), {
  'grpc.max_receive_message_length': 64 << 20,
  'grpc.max_send_message_length': 64 << 20,
  ...options,
});

let failures = 0;
function check(name, passed, got) {
  failures += passed ? 0 : 1;
  console.log(passed ? `ok ${name}` : `FAIL ${name}: ${require('util').inspect(got)}`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A unary call: { error, reply, headers, status }. */
function unary(client, request, metadata = new grpc.Metadata(), options = {}) {
  return new Promise((resolve) => {
    const result = {};
    const call = client.Unary(request, metadata, options, (error, reply) => {
      Object.assign(result, { error, reply });
      setImmediate(() => resolve(result));
    });
    call.on('metadata', (headers) => { result.headers = headers; });
    call.on('status', (status) => { result.status = status; });
  });
}

/** The replies of a stream, and the error that ended it. */
function collect(call) {
  return new Promise((resolve) => {
    const replies = [];
    call.on('data', (reply) => replies.push(reply));
    call.on('error', (error) => resolve({ replies, error }));
    call.on('end', () => setImmediate(() => resolve({ replies })));
  });
}

async function callsOfAllKinds(client) {
  const { reply } = await unary(client, { text: 'hé', count: 7 });
  check('unary', reply && reply.text === 'hé' && reply.count === 7, reply);
  check('server stream', (await collect(client.ServerStream({ count: 200 }))).replies.length === 200);
  check('server stream without messages', (await collect(client.ServerStream({}))).replies.length === 0);

  const total = await new Promise((resolve) => {
    const stream = client.ClientStream((error, sum) => resolve(error || sum));
    for (let i = 0; i < 500; i++) {
      stream.write({ text: 'x' });
    }
    stream.end();
  });
  check('client stream', total.count === 500, total);

  const duplex = client.Duplex();
  const echoed = collect(duplex);
  for (let i = 0; i < 300; i++) {
    duplex.write({ count: i });
  }
  duplex.end();
  check('duplex', (await echoed).replies.every((each, i) => each.count === i) && (await echoed).replies.length === 300);

  const halfOpen = client.Duplex();
  const ended = collect(halfOpen);
  halfOpen.write({ text: 'x' });
  halfOpen.write({ behaviour: 'STOP' });
  const result = await ended;
  check('server ends a duplex call first', result.replies.length === 1 && !result.error, result);
}

async function statusesAndMetadata(client) {
  const text = 'näh 100% \n☃';
  let { error } = await unary(client, { status_code: 5, status_message: text });
  check('status and message', error && error.code === 5 && error.details === text, error);
  const bytes = error.metadata.get('x-error-bin')[0];
  check('trailers of an error', error.metadata.get('x-error')[0] === 'e1' && bytes.equals(Buffer.from([1, 2, 3])), error.metadata);
  ({ error } = await unary(client, { delay_ms: 5000 }, new grpc.Metadata(), { deadline: Date.now() + 300 }));
  check('deadline', error && error.code === grpc.status.DEADLINE_EXCEEDED, error);
  ({ error } = await unary(client, { behaviour: 'THROW' }));
  check('handler throws', error && error.code === grpc.status.UNKNOWN, error);

  const metadata = new grpc.Metadata();
  metadata.add('x-echo-a', 'v1');
  metadata.add('x-echo-a', 'v2');
  metadata.set('x-echo-b-bin', Buffer.from([...Array(256).keys()]));
  metadata.set('x-want-headers', '1');
  const { status, headers } = await unary(client, { text: 'm' }, metadata);
  const trail = status.metadata;
  check('metadata', /^v1, ?v2$/.test(String(trail.get('x-trail-a'))) && trail.get('x-trail-b-bin')[0].length === 256, trail);
  check('response headers', headers.get('x-lead')[0] === 'lead-value', headers);
}

async function sizesAndCompression(client) {
  const compressing = newClient({ 'grpc.default_compression_algorithm': 2 });
  let { reply, error } = await unary(compressing, { text: 'z'.repeat(100000) });
  check('gzip', reply && reply.text.length === 100000, error);
  compressing.close();
  ({ error } = await unary(client, { text: 'q'.repeat(5e6) }));
  check('5 MB', error && error.code === grpc.status.RESOURCE_EXHAUSTED, error);
  ({ error } = await unary(client, { text: 'q'.repeat(6e7) }));
  check('60 MB', error && error.code === grpc.status.RESOURCE_EXHAUSTED, error);
  ({ reply, error } = await unary(client, { text: 'q'.repeat(3e6), pad_bytes: 5e6 }));
  check('3 MB up, 5 MB down', reply && reply.padding.length === 5e6, error);
}

async function cancellation(client) {
  const cancelled = async () => (await unary(client, { behaviour: 'CANCEL_COUNT' })).reply.count;
  const before = await cancelled();
  const stream = client.ServerStream({ count: 100000, delay_ms: 10 });
  stream.on('error', () => {});
  stream.once('data', () => stream.cancel());
  for (let i = 0; i < 100 && await cancelled() === before; i++) {
    await pause(50);
  }
  check('server sees cancellation', await cancelled() === before + 1, [before, await cancelled()]);
}

async function concurrency(client) {
  const calls = await Promise.all([...Array(1000).keys()].map((i) => unary(client, { count: i, delay_ms: 20 })));
  check('1000 calls at once', calls.every(({ reply }, i) => reply && reply.count === i));
}

async function main() {
  const client = newClient({});
  await callsOfAllKinds(client);
  await statusesAndMetadata(client);
  await sizesAndCompression(client);
  await cancellation(client);
  await concurrency(client);
  client.close();
  process.exit(failures ? 1 : 0);
}

main();
