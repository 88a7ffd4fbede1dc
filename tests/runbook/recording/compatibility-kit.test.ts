import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Attachment, Envelope, Pickle } from '@cucumber/messages';
import { expect } from 'chai';
import type { HTMLElement } from 'node-html-parser';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { Rendered } from '../rendered';
import { readStream, sampleLedger } from '../sample';

/** Compares the streams of Cucumber's compatibility kit with the pages. The names are those of the kit. */

const KIT = join(dirname(require.resolve('@cucumber/compatibility-kit/package.json')), 'features');
const STREAMS = readdirSync(KIT).sort();

const SHOWN: Readonly<Record<string, string>> = {
  PASSED: 'verified',
  SKIPPED: 'skipped',
  PENDING: 'pending',
  UNDEFINED: 'undefined',
  AMBIGUOUS: 'ambiguous',
  FAILED: 'failing',
};
const SEVERITY = ['NOTHING', ...Object.keys(SHOWN)];

describe('The pages of the compatibility kit', () => {
  it('are all of them', () => {
    expect(STREAMS.length).to.be.at.least(46);
  });

  for (const name of STREAMS) {
    const messages = readStream(readFileSync(join(KIT, name, `${name}.ndjson`), 'utf8'));
    const rendered = new Rendered(messages);
    const names = [...rendered.files.keys()];
    const pages = names.map((file) => rendered.page(file));
    const all = (selector: string) => pages.flatMap((page) => page.querySelectorAll(selector));
    const texts = (selector: string) => all(selector).map(textOf);

    it(`${name}: every scenario has its status and all its steps`, () => {
      const expected = picklesOf(messages).map((pickle) => {
        return [pickle.name, statusIn(messages, pickle), pickle.steps.map(({ text }) => text)];
      });
      expect(all('details.example').map(shown)).to.have.deep.members(expected);
    });

    it(`${name}: rules, tables, texts, rows and messages are on the page`, () => {
      const page = pages.map(textOf).join('\n');
      const { rows, phrases } = saidIn(messages);
      for (const phrase of phrases) expect(page).to.include(squeezed(phrase));
      expect(texts('.example .cell')).to.include.members(rows);
    });

    it(`${name}: attachments can be seen or downloaded`, () => {
      for (const attachment of lastAttachments(messages)) {
        const { mediaType } = attachment;
        const [kind, where] = mediaType.startsWith('image/')
          ? (['img', 'src'] as const)
          : mediaType === 'text/uri-list'
            ? (['a[rel]', 'href'] as const)
            : (['a.download', 'href'] as const);
        const held = all(kind).map((element) => element.getAttribute(where) ?? '');
        const seen = texts('pre.text').includes(squeezed(plain(attachment)));
        const body = attachment.body.trim();
        expect(seen || held.some((address) => address.endsWith(body)), mediaType).to.equal(true);
      }
    });

    it(`${name}: nothing on the page is about procedures, sentences or findings of a document`, () => {
      const { procedures, coverage, findings } = runbookModel(messages, sampleLedger());
      expect(procedures.flatMap(({ runs }) => runs)).to.deep.equal([]);
      expect([coverage.sentences, findings.document, all('.mark-refused, .mark-unlinked')]).to.deep.equal([0, [], []]);
      expect(names.filter((file) => !/^(index|about|search|feature(-[a-z0-9-]+)?)\.html$/.test(file))).to.deep.equal(
        [],
      );
      const links = all('a:not([rel], .download)').map((link) => link.getAttribute('href')?.split('#')[0] ?? '');
      expect(links.filter((file) => file !== '' && !names.includes(file))).to.deep.equal([]);
      expect(texts('h1')[0]).to.match(/^Scenarios/);
      expect(texts('h2, dt').filter((text) => /procedure|finding|sentence/i.test(text))).to.deep.equal([]);
      expect(texts('body').filter((text) => /simulat|procedure|verified|rehears|runbook/i.test(text))).to.deep.equal(
        [],
      );
    });
  }
});

function shown(example: HTMLElement): readonly unknown[] {
  const state = /mark-([a-z-]+)/.exec(example.querySelector('summary .mark')?.classNames ?? '')?.[1];
  const steps = example.querySelectorAll('.example-step > span:not(.keyword, .mark)');
  return [textOf(example.querySelector('.example-name')), state, steps.map(textOf)];
}

function picklesOf(messages: readonly Envelope[]): readonly Pickle[] {
  return messages.flatMap(({ pickle }) => pickle ?? []);
}

/** The worst result of the last attempt. */
function statusIn(messages: readonly Envelope[], { id }: Pickle): string {
  const attempt = lastAttempt(messages, id);
  const statuses = messages.flatMap(({ testStepFinished: step }) =>
    step && step.testCaseStartedId === attempt ? [SEVERITY.indexOf(step.testStepResult.status)] : [],
  );
  return SHOWN[SEVERITY[Math.max(0, ...statuses)] ?? ''] ?? 'not-run';
}

function lastAttempt(messages: readonly Envelope[], pickleId: string): string {
  const testCase = messages.find((message) => message.testCase?.pickleId === pickleId)?.testCase;
  const started = messages.flatMap(({ testCaseStarted }) => testCaseStarted ?? []);
  return started.filter(({ testCaseId }) => testCaseId === testCase?.id).at(-1)?.id ?? '';
}

function lastAttachments(messages: readonly Envelope[]): readonly Attachment[] {
  const last = new Set(picklesOf(messages).map(({ id }) => lastAttempt(messages, id)));
  const attachments = messages.flatMap(({ attachment }) => attachment ?? []);
  return attachments.filter(
    ({ testCaseStartedId, testRunHookStartedId }) => testRunHookStartedId || last.has(testCaseStartedId ?? ''),
  );
}

/** The texts of the stream besides names and steps. */
function saidIn(messages: readonly Envelope[]): { readonly rows: readonly string[]; readonly phrases: string[] } {
  const features = messages.flatMap(({ gherkinDocument }) => gherkinDocument?.feature ?? []);
  const rules = features.flatMap(({ children }) => children.flatMap(({ rule }) => rule ?? []));
  const scenarios = [...features, ...rules].flatMap(({ children }) =>
    [...children].flatMap(({ scenario }) => scenario ?? []),
  );
  const rows = scenarios
    .flatMap(({ examples }) => examples)
    .flatMap(({ tableHeader, tableBody }) =>
      tableBody.flatMap((row) =>
        row.cells.map(({ value }, index) => `${tableHeader?.cells[index]?.value ?? ''}: ${value}`),
      ),
    );
  const failures = messages.flatMap(({ testStepFinished, testRunHookFinished, testRunFinished }) => [
    testStepFinished?.testStepResult.message ?? '',
    testRunHookFinished?.result.message ?? '',
    testRunFinished?.message ?? '',
  ]);
  const step = picklesOf(messages).flatMap(({ steps }) => steps.flatMap(({ argument }) => argument ?? []));
  const cells = step.flatMap(({ dataTable }) =>
    (dataTable?.rows ?? []).flatMap((row) => row.cells.map(({ value }) => value)),
  );
  const documents = step.flatMap(({ docString }) => docString?.content ?? []);
  const types = messages.flatMap(({ undefinedParameterType }) => undefinedParameterType?.name ?? []);
  const lines = failures.map((text) => text.split('\n')[0] ?? '');
  return {
    rows,
    phrases: [...rules.map(({ name }) => name), ...lines, ...cells, ...documents, ...types, ...hooksIn(messages)],
  };
}

/** The names and positions of the hooks that did not pass. */
function hooksIn(messages: readonly Envelope[]): readonly string[] {
  const testSteps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
  const failed = messages.flatMap(({ testStepFinished: step }) =>
    step && step.testStepResult.status !== 'PASSED' ? [step.testStepId] : [],
  );
  const ids = new Set(testSteps.flatMap(({ id, hookId }) => (hookId && failed.includes(id) ? [hookId] : [])));
  return messages.flatMap(({ hook }) => {
    if (!hook || !ids.has(hook.id)) return [];
    return [hook.name ?? '', `${hook.sourceReference.uri}:${hook.sourceReference.location?.line}`];
  });
}

function plain({ body, contentEncoding }: Attachment): string {
  const text = contentEncoding === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body;
  return text
    .replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
    .replace(/\p{Cc}/gu, (control) =>
      /\s/.test(control) ? control : String.fromCharCode(0x2400 + control.charCodeAt(0)),
    );
}

function textOf(element: HTMLElement | null): string {
  return squeezed(element?.textContent ?? '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
