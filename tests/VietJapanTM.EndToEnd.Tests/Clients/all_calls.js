// The server as @grpc/grpc-js sees it, with the .proto files read at run time.
//
// Usage: node all_calls.js HOST:PORT PATH/protos   with NODE_PATH at the installed packages.
// Prints "ok NAME" or "FAIL NAME: what came" for each check; exits 1 where any failed.

'use strict';

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, protos] = process.argv.slice(2);
const files = ['administration', 'alignment', 'glossary', 'translation_memory'].map((name) => `vietjapantm/v1alpha1/${name}.proto`);
const loaded = grpc.loadPackageDefinition(loader.loadSync([...files, 'grpc/health/v1/health.proto'], {
  includeDirs: [protos], keepCase: true, longs: Number, enums: String, defaults: true,
}));

let failures = 0;
function check(name, passed, got) {
  failures += passed ? 0 : 1;
  console.log(passed ? `ok ${name}` : `FAIL ${name}: ${JSON.stringify(got)}`);
}

/** A service whose methods return promises. */
function service(Client) {
  const client = new Client(address, grpc.credentials.createInsecure());
  return new Proxy(client, {
    get: (_, method) => (request = {}) => new Promise((resolve, reject) => {
      client[method](request, { deadline: Date.now() + 30000 }, (error, reply) => (error ? reject(error) : resolve(reply)));
    }),
  });
}

/** What Watch tells from a revision on, up to the first change. */
function watch(client, revision) {
  return new Promise((resolve, reject) => {
    const call = client.Watch({ revision }, { deadline: Date.now() + 30000 });
    call.on('data', ({ changes }) => {
      if (changes.length > 0) {
        resolve(changes);
        call.cancel();
      }
    });
    call.on('error', reject);
  });
}

async function main() {
  const { Administration, Alignment, Glossary, TranslationMemory } = loaded.vietjapantm.v1alpha1;
  const [memory, align, glossary] = [TranslationMemory, Alignment, Glossary].map(service);

  check('health', (await service(loaded.grpc.health.v1.Health).Check()).status === 'SERVING');
  const status = await service(Administration).GetStatus();
  check('GetStatus', status.document_count === 2 && status.concept_count >= 80, status);

  const variants = [{ language_code: 'es', text: 'Una frase de Node.' }, { language_code: 'ja', text: 'Nodeの一文。' }];
  const written = await memory.PutUnits({ parent: 'memories/vietnam-japan', units: [{ variants }] });
  const found = await memory.Lookup({ text: variants[1].text, source_language_code: 'ja', target_language_code: 'es' });
  check('PutUnits', written.written_count === 1, written);
  check('Lookup sees it', found.matches[0].match_rate === 100 && found.matches[0].target.text === variants[0].text, found);

  const { entries } = await glossary.LookupTerm({ text: 'la Asociación Estratégica Integral', language_code: 'es' });
  check('LookupTerm', entries.length > 0 && entries[0].term.status === 'PREFERRED', entries);
  const sentence = '🎏 Celebran la Asociación Estratégica Integral.';
  const { occurrences } = await glossary.RecognizeTerms({ text: sentence, language_code: 'es' });
  const words = occurrences.map(({ span }) => sentence.slice(span.start_utf16, span.end_utf16));
  check('RecognizeTerms, spans in UTF-16', words.includes('Asociación Estratégica Integral'), words);
  const { findings } = await glossary.Check({
    source_text: sentence, source_language_code: 'es', target_text: 'They celebrate.', target_language_code: 'en',
  });
  check('Check', findings.some((finding) => finding.expected_terms.length > 0), findings);

  const { revision } = await glossary.ListConcepts({ page_size: 1 });
  const changes = watch(new Glossary(address, grpc.credentials.createInsecure()), revision);
  const term = { text: 'mesa de Node', status: 'PREFERRED' };
  const made = await glossary.CreateConcept({ concept_id: 'node-table', concept: { languages: [{ language_code: 'es', terms: [term] }] } });
  check('Watch tells of a change', (await changes).some((change) => change.concept && change.concept.etag === made.etag), made);

  const texts = [{ language_code: 'es', text: 'Hola. Adiós.' }, { language_code: 'vi', text: 'Xin chào. Tạm biệt.' }];
  const { pairs } = await align.Align({ texts });
  check('Align', pairs[0].beads.length === 2 && pairs[0].beads.every((bead) => bead.confidence > 0), pairs);
  const document = await align.AlignDocument({ document_id: 'node', memory: 'memories/vietnam-japan', texts });
  check('GetDocument', (await align.GetDocument({ name: document.name })).texts[1].segments.length === 2, document);
  check('ListDocuments', (await align.ListDocuments()).documents.length === 3);

  const error = await memory.Lookup({ text: ' ', source_language_code: 'es', target_language_code: 'vi' }).catch((e) => e);
  check('INVALID_ARGUMENT with details', error.code === grpc.status.INVALID_ARGUMENT && error.metadata.get('grpc-status-details-bin').length === 1, error);
  process.exit(failures > 0 ? 1 : 0);
}

main().catch((error) => {
  console.log(`FAIL ${error.stack}`);
  process.exit(1);
});
