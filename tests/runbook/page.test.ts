import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { runbookModel } from '../../src/runbook/model';
import { renderRunbook } from '../../src/runbook/render';
import { recordSample, sampleLedger, templates, templateTexts } from './sample';

const messages = recordSample();
const READING = { blockTextElements: { script: true, style: true } };
const files = filesOf(messages);
const page = documentOf('index.html');

describe('The pages', () => {
  it('are the same, byte for byte, for the same messages', () => {
    expect(filesOf(structuredClone(messages))).to.deep.equal(files);
    expect([...files.keys()]).to.deep.equal(['index.html', 'findings.html']);
  });

  for (const [name, html] of files) {
    const read = documentOf(name);

    it(`${name} leads every link to something in the runbook, and every id stands once`, () => {
      const ids = idsOf(name);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
      const targets = read.querySelectorAll('a, use').map((link) => link.getAttribute('href') ?? '');
      const dangling = targets.filter((href) => {
        const [file = '', id] = href.split('#');
        return !href.startsWith('data:') && id !== undefined && !idsOf(file || name).includes(id);
      });
      expect(dangling).to.deep.equal([]);
    });

    it(`${name} has headings without gaps, captions on all tables and scopes on all their heads`, () => {
      const levels = read.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels[0]).to.equal(1);
      expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).to.deep.equal([]);
      expect(read.querySelectorAll('table').filter((table) => !table.querySelector('caption'))).to.deep.equal([]);
      expect(read.querySelectorAll('th').filter((cell) => !cell.getAttribute('scope'))).to.deep.equal([]);
    });

    it(`${name} allows its own stylesheet and script, and nothing else`, () => {
      const policy = read.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
      const digest = (selector: string) =>
        createHash('sha256')
          .update(read.querySelector(selector)?.rawText ?? '')
          .digest('base64');
      expect(policy).to.equal(
        `default-src 'none'; style-src 'sha256-${digest('style')}'; script-src 'sha256-${digest('script')}'; ` +
          `img-src data:; base-uri 'none'; form-action 'none'`,
      );
      expect(read.querySelectorAll('[style], [onclick], link, iframe')).to.deep.equal([]);
      expect(html).not.to.match(/\b(src|href)="(?!(index\.html|findings\.html)?(#|")|data:)/);
    });
  }
});

describe('The page', () => {
  it('shows hostile names as text', () => {
    expect(page.querySelectorAll('script')).to.have.lengthOf(1);
    expect(page.querySelectorAll('i, br + script, .step b:not(.parameter)')).to.deep.equal([]);
    expect(texts('.example-name')).to.include('The key is too short for the <script>alert("authority")</script>');
    expect(texts('pre code')).to.include('<script>alert("summary")</script> & "quoted" text');
    expect(texts('.field-value')).to.include('內部邊緣憑證 "<i>');
  });

  it('puts what did not pass before everything else, with links', () => {
    const first = page.querySelector('main section');
    expect(first?.querySelector('h2')?.text).to.equal('What did not pass');
    expect(first?.querySelectorAll('a').map((link) => [link.text, link.getAttribute('href')])).to.deep.equal([
      ['the operator finds a wrong thumbprint', '#step-assign-2'],
      ['a step that nobody wrote', '#example-assign-never-written'],
    ]);
  });

  it('folds examples that hold and leaves open what does not', () => {
    const folded = page
      .querySelectorAll('details.example')
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

  it('hides the keyword in a walk, marks parameters and shows the table', () => {
    const step = byId('step-request-7');
    expect(step.querySelector('.step-title')?.text).to.equal(
      'Step 7 on "Name and Security Settings" the operator fills in:',
    );
    expect(step.querySelector('.parameter')?.text).to.equal('"Name and Security Settings"');
    expect(step.querySelectorAll('.values tr').map((row) => row.childNodes.map((cell) => cell.text))).to.deep.equal([
      ['Friendly name', '內部邊緣憑證'],
      ['Bit length', '2048'],
      ['Mark certificate private key as exportable', 'ticked'],
    ]);
  });

  it('draws the window with words for what was used and what is not available', () => {
    const [first] = byId('step-request-7').querySelectorAll('.window');
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
    const refusal = byId('example-request-04952-187').querySelector('.refusal');
    expect(refusal?.querySelectorAll('code').map((code) => code.text)).to.deep.equal([
      'key-too-short',
      'CERTSRV_E_KEY_LENGTH 0x80094811',
    ]);
    expect(refusal?.text).to.include('What to do: make the request again with 2048 bits');
  });

  it('decodes a certificate once and refers to it after that', () => {
    expect(page.querySelectorAll('#certificate-9f86d081884c')).to.have.lengthOf(1);
    expect(byId('step-request-part-5').querySelector('.decoded-again a')?.getAttribute('href')).to.equal(
      '#certificate-9f86d081884c',
    );
    const href = page.querySelector('#certificate-9f86d081884c .download')?.getAttribute('href') ?? '';
    const pem = Buffer.from(href.split(',')[1] ?? '', 'base64').toString('utf8');
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
    'run',
    'findings',
    'finding-codes',
  ]) {
    it(`changes when the records of kind ${kind} are taken away`, () => {
      const rest = messages.filter(({ attachment }) => !attachment?.mediaType.endsWith(`.${kind}+json`));
      expect(rest.length).to.be.below(messages.length);
      expect(pageOf(rest)).not.to.equal(pageOf(messages));
    });
  }

  it('shows plain Cucumber features without our tags and records: every chapter, every scenario, every step', () => {
    const bare = messages.filter(({ attachment }) => !attachment).map(untagged);
    const plain = parse(pageOf(bare, []), READING);
    expect(plain.querySelectorAll('.chapter.procedure h2').map((title) => title.text)).to.deep.equal([
      'Request the certificate for the internal interface',
      'Assign the certificate "everywhere"',
      'Judge the deployment',
    ]);
    expect(plain.querySelectorAll('details.example[open]')).to.have.lengthOf(13);
    expect(plain.querySelectorAll('.example-step')).to.have.lengthOf(28);
    expect(plain.querySelector('h1')?.text).to.equal('Runbook');
  });
});

describe('Rendering', () => {
  const model = runbookModel(messages, sampleLedger());

  it('refuses a getter of a class, which a template would print as nothing', () => {
    class Trap {
      get name(): string {
        return 'thumbprint';
      }
    }
    const traps = [new Trap()] as unknown as typeof model.files;
    expect(() => renderRunbook({ ...model, files: traps }, templates())).to.throw(
      'runbook.files.0 is not a plain object',
    );
  });

  it('refuses a field that is missing', () => {
    const untitled = model.procedures.map(({ title: _, ...rest }) => rest) as unknown as typeof model.procedures;
    expect(() => renderRunbook({ ...model, procedures: untitled }, templates())).to.throw(/"title" not defined/);
  });

  it('uses no unescaped output but for the stylesheet and the script', () => {
    const unescaped = Object.values(templateTexts()).flatMap((text) => text.match(/\{\{(\{|&)[^}]*/g) ?? []);
    expect(unescaped).to.deep.equal(['{{{stylesheet', '{{{script']);
  });

  it('keeps its stylesheet below 20 KB and its script below 15 KB', () => {
    const bytes = (name: string) => readFileSync(join(__dirname, '..', '..', 'templates', name)).length;
    expect(bytes('runbook.css')).to.be.below(20_480);
    expect(bytes('runbook.js')).to.be.below(15_360);
  });
});

function filesOf(stream: readonly Envelope[], ledger = sampleLedger()): ReadonlyMap<string, string> {
  return renderRunbook(runbookModel(stream, ledger), templates());
}

function pageOf(stream: readonly Envelope[], ledger = sampleLedger()): string {
  return filesOf(stream, ledger).get('index.html') ?? '';
}

function documentOf(name: string): HTMLElement {
  return parse(files.get(name) ?? '', READING);
}

function idsOf(name: string): readonly string[] {
  return documentOf(name)
    .querySelectorAll('[id]')
    .map(({ id }) => id);
}

function byId(id: string): HTMLElement {
  const found = page.querySelector(`#${id}`);
  if (!found) throw new Error(`nothing on the page has the id ${id}`);
  return found;
}

function texts(selector: string): readonly string[] {
  return page.querySelectorAll(selector).map((element) => element.text);
}

function untagged(message: Envelope): Envelope {
  return message.pickle ? { ...message, pickle: { ...message.pickle, tags: [] } } : message;
}
