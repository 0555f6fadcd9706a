// Asks a running server for a translation and for a term; writes nothing.
//
//     npm install --prefix /tmp/node @grpc/grpc-js @grpc/proto-loader
//     NODE_PATH=/tmp/node/node_modules node tests/VietJapanTM.EndToEnd.Tests/Clients/lookup.js localhost:5280 protos

'use strict';

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const SENTENCE = 'Según la cartera, en las conversaciones, los dos dirigentes intercambiaron sus puntos de vista '
  + 'sobre el desarrollo de las relaciones bilaterales en el futuro.';
const TERM = 'la Asociación Estratégica Integral';

const [address = 'localhost:5280', protos = 'protos'] = process.argv.slice(2);
const files = ['glossary', 'translation_memory'].map((name) => `vietjapantm/v1alpha1/${name}.proto`);
// defaults: a field that is not set is '' or [], so that nothing needs to ask whether it is there.
const { vietjapantm } = grpc.loadPackageDefinition(loader.loadSync(files, {
  includeDirs: [protos], keepCase: true, longs: Number, enums: String, defaults: true,
}));

/** One unary call of a service. */
function call(Service, method, request) {
  const client = new Service(address, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    client[method](request, { deadline: Date.now() + 10000 }, (error, reply) => (error ? reject(error) : resolve(reply)));
  }).finally(() => client.close());
}

async function main() {
  const { Glossary, TranslationMemory } = vietjapantm.v1alpha1;
  const found = await call(TranslationMemory, 'Lookup', { text: SENTENCE, source_language_code: 'es', target_language_code: 'vi' });
  for (const match of found.matches) {
    console.log(match.match_rate, match.target.text);
  }

  const terms = await call(Glossary, 'LookupTerm', { text: TERM, language_code: 'es' });
  for (const entry of terms.entries) {
    console.log(entry.term.text, '=', entry.definition);
    for (const section of entry.equivalents) {
      console.log(' ', section.language_code, section.terms[0].text);
    }
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
