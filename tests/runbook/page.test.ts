import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import type { HTMLElement } from 'node-html-parser';
import { english } from '../../src/runbook/words/words';
import { chineseWords as chinese } from '../translation/chinese';
import { Rendered } from './rendered';
import { recordSample } from './sample';

const messages = recordSample();
const rendered = new Rendered(messages);
const REQUEST = 'procedure-request.html';
const ASSIGN = 'procedure-assign.html';

describe('The page of a procedure', () => {
  it('shows hostile names as text', () => {
    expect(page().querySelectorAll('script')).to.have.lengthOf(1);
    expect(page().querySelectorAll('i, br + script')).to.deep.equal([]);
    expect(texts('.example-name')).to.include('The key is too short for the <script>alert("authority")</script>');
    expect(texts('pre code')).to.include('<script>alert("summary")</script> & "quoted" text');
    expect(texts('.field-value')).to.include('內部邊緣憑證 "<i>');
  });

  it('puts what did not pass before everything else, with links', () => {
    const first = page('index.html').querySelector('main section');
    expect(first?.querySelector('h2')?.text).to.equal('What did not pass');
    expect(first?.querySelectorAll('a').map((link) => [link.text, link.getAttribute('href')])).to.deep.equal([
      ['the operator finds a wrong thumbprint', `${ASSIGN}#step-assign-04952-249`],
      ['a step that nobody wrote', `${ASSIGN}#example-assign-never-written`],
    ]);
  });

  it('explains each mark by a word, a shape of its own and a sentence, in both languages', () => {
    const shapes = page('about.html').querySelectorAll('symbol');
    const drawn = new Map(shapes.map((shape) => [shape.id, shape.innerHTML]));
    for (const { states, meanings } of [english, chinese]) {
      expect(Object.keys(meanings)).to.deep.equal(Object.keys(states));
      expect(new Set(Object.values(states)).size).to.equal(Object.keys(states).length);
      expect(Object.keys(states).filter((state) => !drawn.has(`shape-${state}`))).to.deep.equal([]);
    }
    expect(rendered.texts('about.html', '[aria-labelledby="legend"] dt')).to.deep.equal(Object.values(english.states));
    expect(rendered.texts('about.html', '[aria-labelledby="legend"] dd')).to.deep.equal(
      Object.values(english.meanings),
    );
    expect(new Set(drawn.values()).size).to.equal(drawn.size);
  });

  it('folds examples that hold and leaves open what does not', () => {
    const folded = [REQUEST, ASSIGN, 'procedure-judgement.html']
      .flatMap((name) => page(name).querySelectorAll('details.example'))
      .map((one) => [one.getAttribute('class')?.replace('example example-', ''), one.hasAttribute('open')]);
    expect(folded).to.deep.equal([
      ['verified', false],
      ['verified', false],
      ['refused', false],
      ['refused', false],
      ['refused', false],
      ['not-applicable', false],
      ['verified', false],
      ['ambiguous', true],
      ['verified', true],
      ['verified', true],
      ['verified', true],
    ]);
  });

  it('says in a procedure run what to do, one action a line, and the sentence as it was executed', () => {
    const step = byId('step-request-04952-184');
    expect(step.querySelector('.step-title')?.text).to.equal('Step 2 In Certificate Request');
    expect(step.querySelector('.doc-step')?.text).to.equal('document step 7');
    expect(step.querySelector('.executed .parameter')?.text).to.equal('"Name and Security Settings"');
    const lines = step.querySelectorAll('.action-lines li');
    expect(lines.map((line) => line.text.trim())).to.include.members([
      'Name and Security Settings3 Type 內部邊緣憑證 "<i> in Friendly name:',
      '4 Select 2048 in Bit length',
    ]);
  });

  it('draws the window with words for what was used and what is not available', () => {
    const [first] = byId('step-request-04952-184').querySelectorAll('.window');
    expect(first?.querySelectorAll('.control').map((control) => control.text)).to.deep.equal([
      'Send the request immediately to an online certification authority (not selected) (not available)',
      'Prepare the request now, but send it later (selected) 1 choose',
      'Back',
      'Next 2 press',
      'Cancel',
    ]);
    expect(
      first?.querySelectorAll('.used').map((control) => control.querySelector('.control-label')?.text),
    ).to.deep.equal(['Prepare the request now, but send it later', 'Next']);
  });

  it('shows the refusal of an example with its code and its remedy', () => {
    const refusal = byId('example-request-the-key-is-too-short-for-the-script-alert-authority-script').querySelector(
      '.refusal',
    );
    expect(refusal?.querySelectorAll('code').map((code) => code.text)).to.deep.equal([
      'key-too-short',
      'CERTSRV_E_KEY_LENGTH 0x80094811',
    ]);
    expect(refusal?.text).to.include('What to do: make the request again with 2048 bits');
  });

  it('decodes a certificate once and refers to it after that', () => {
    expect(page().querySelectorAll('#certificate-9f86d081884c')).to.have.lengthOf(1);
    expect(
      byId('step-request-the-operator-closes-the-wizard').querySelector('.decoded-again a')?.getAttribute('href'),
    ).to.equal('#certificate-9f86d081884c');
    const href = page().querySelector('#certificate-9f86d081884c .download')?.getAttribute('href') ?? '';
    const pem = decodeURIComponent(href.slice(href.indexOf(',') + 1));
    expect(pem).to.match(/^-----BEGIN CERTIFICATE-----\n[\s\S]*-----END CERTIFICATE-----\n$/);
  });

  for (const kind of [
    'window',
    'change',
    'certificate',
    'request',
    'file',
    'disposition',
    'command',
    'refusal',
    'not-applicable',
    'machines',
    'run',
    'findings',
    'finding-codes',
  ]) {
    it(`changes when the records of kind ${kind} are taken away`, () => {
      const rest = messages.filter(({ attachment }) => !attachment?.mediaType.endsWith(`.${kind}+json`));
      expect(rest.length).to.be.below(messages.length);
      expect(new Rendered(rest).files).not.to.deep.equal(rendered.files);
    });
  }

  it('shows plain Cucumber features without our tags and records: every chapter, every scenario, every step', () => {
    const bare = messages.filter(({ attachment }) => !attachment).map(untagged);
    const plain = new Rendered(bare, { ledger: [], singleFile: true });
    expect(plain.texts('index.html', 'h1')).to.include.members([
      'Runbook',
      'Request the certificate for the internal interface',
      'Assign the certificate "everywhere"',
      'Judge the deployment',
    ]);
    expect(plain.texts('index.html', 'details.example[open] summary')).to.have.lengthOf(13);
    expect(plain.texts('index.html', '.example-step')).to.have.lengthOf(28);
  });
});

function page(name = REQUEST): HTMLElement {
  return rendered.page(name);
}

function byId(id: string): HTMLElement {
  return rendered.part(REQUEST, id);
}

function texts(selector: string): readonly string[] {
  return rendered.texts(REQUEST, selector);
}

function untagged(message: Envelope): Envelope {
  return message.pickle ? { ...message, pickle: { ...message.pickle, tags: [] } } : message;
}
