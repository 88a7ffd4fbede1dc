require('/work/main/node_modules/ts-node').register({ transpileOnly: true });
const { readFileSync } = require('fs');
const { outlineOf } = require('./src/runbook/outline/runbook-outline');
const { known, ledger } = require('./src/cli/input/shipped-files');
const { warningsOf, consequenceOf } = require('./src/runbook/outline/warnings');
const { titleOf, plainTitle } = require('./src/runbook/views/step/step-title');
const { actionsOf } = require('./src/runbook/outline/actions');
const { english } = require('./src/runbook/words/words');
const { translatedWords } = require('./src/runbook/words/translated-words');
let zh;
try {
  const { catalogue } = require('./src/package/catalogue');
  zh = translatedWords(catalogue('zh-TW'), 'zh-TW');
} catch (e) {
  console.log(String(e).slice(0, 300));
}
const f = process.argv[2] || '/tmp/step/messages.ndjson';
const msgs = readFileSync(f, 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l));
const o = outlineOf(msgs, ledger(), known());
for (const p of o.procedures)
  for (const r of p.runs) {
    console.log('####', r.scenario.name);
    for (const s of r.steps) {
      const a = actionsOf(s.step.output.records);
      for (const w of [english, zh])
        if (w) {
          const t = titleOf(a, w) ?? plainTitle((w.step(s.step.text) ?? s.step).text, s.step.type === 'Outcome', w);
          if (s.step.type !== 'Context')
            console.log(
              '  ',
              t.complete ? 'T' : ' ',
              t.text,
              '   ||',
              t.parts
                .map(
                  (p) =>
                    (p.actions.length ? '[' : '') +
                    p.pieces.map((x) => x.text).join('') +
                    (p.actions.length ? ']' : ''),
                )
                .join(''),
            );
        }
      for (const w of warningsOf(
        s.step,
        s.failures.map((x) => x.scenario),
      ))
        console.log('        !!', w.control, '<-', w.failure.name, '=>', consequenceOf(w.failure)?.text);
    }
  }
