import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parseHtml } from '../../src/documents/html-passages';
import { htmlOfMarkdown } from '../../src/documents/markdown';
import { type Sentence, sentenceDigest } from '../../src/documents/sentence';
import { sentencesOf } from '../../src/documents/split-sentences';
import { readLedger } from '../../src/runbook/source-document/ledger';
import { readDocument } from '../../src/runbook/source-document/source-document';
import { ROOT } from '../support/root';

const MARKDOWN = `---
title: metadata
---
# Renew a certificate

It takes an hour. Ask the owner first.

## On the first server

3. Open **IIS Manager**. Select the [server](https://example.org).
4. Type the command:

   \`\`\`
   certreq -submit a.req. b.cer
   \`\`\`

   The authority answers.

   > [!NOTE]
   > Keep the key.

   1. Click \`OK\`.
   2. Wait.
   - a file

> [!WARNING]
> Delete nothing.

| Name | Value |
| ---- | ----- |
| www  | 443   |

## On the first server

Done.
`;

const HTML = `<!doctype html><html><head><title>Renew</title><style>p { color: red }</style></head>
<body><nav><p>Home. Contact.</p></nav><main>
<h2 id="request">Request</h2>
<p>Tom &amp; Ann <b>ask</b>.<script>alert('x')</script></p>
<div class="alert alert-warning">Delete nothing.</div>
<ol start="2"><li><p>Click OK.</p><p>It closes.</p></li><li>Wait.<br>Look.</li></ol>
<p>Wichtig: nichts löschen.</p>
text without an element
</main><footer>Imprint.</footer></body></html>`;

describe('The text of a Markdown document', () => {
  const { title, passages } = parseHtml(htmlOfMarkdown(MARKDOWN));
  const rows = sentencesOf(passages).map(rowOf);

  it('has the title of its first heading', () => {
    expect(title).to.equal('Renew a certificate');
  });

  it('is sentences with their sections, steps and kinds', () => {
    expect(rows).to.deep.equal([
      'renew-a-certificate||heading|Renew a certificate',
      'renew-a-certificate||paragraph|It takes an hour.',
      'renew-a-certificate||paragraph|Ask the owner first.',
      'on-the-first-server||heading|On the first server',
      'on-the-first-server|3|step|Open IIS Manager.',
      'on-the-first-server|3|step|Select the server.',
      'on-the-first-server|4|step|Type the command:',
      'on-the-first-server|4|step text|certreq -submit a.req. b.cer',
      'on-the-first-server|4|step text|The authority answers.',
      'on-the-first-server|4|note|Keep the key.',
      'on-the-first-server|4|substep|Click OK.',
      'on-the-first-server|4|substep|Wait.',
      'on-the-first-server|4|step text|a file',
      'on-the-first-server||warning|Delete nothing.',
      'on-the-first-server||paragraph|Name | Value',
      'on-the-first-server||paragraph|www | 443',
      'on-the-first-server-1||heading|On the first server',
      'on-the-first-server-1||paragraph|Done.',
    ]);
  });
});

describe('The text of an HTML document', () => {
  it('is what a reader sees, without navigation, styles and scripts', () => {
    const { title, passages } = parseHtml(HTML);
    expect(title).to.equal('Renew');
    expect(sentencesOf(passages).map(rowOf)).to.deep.equal([
      'request||heading|Request',
      'request||paragraph|Tom & Ann ask.',
      'request||warning|Delete nothing.',
      'request|2|step|Click OK.',
      'request|2|step text|It closes.',
      'request|3|step|Wait.',
      'request|3|step|Look.',
      'request||important|Wichtig: nichts löschen.',
      'request||paragraph|text without an element',
    ]);
  });
});

describe('The sentences of a text', () => {
  for (const sentences of [
    ['Open web01.contoso.com in IIS 8.5.', 'Use e.g. certreq -submit.', 'See Fig. 3.'],
    ['Öffnen Sie z. B. den IIS-Manager.', 'Das gilt bzw. galt am 3. Schritt, d. h. immer.', 'Nr. 5 wählen!'],
    ['Use Import... in the list.', 'Open Bindings… and Edit....', 'Wait...', 'Then go on.'],
    ['按一下「確定」。', '然後選擇憑證？', '完成！'],
  ]) {
    it(`end where they do: ${sentences[0]}`, () => {
      const text = sentences.join(/\p{Script=Han}/u.test(sentences[0] ?? '') ? '' : ' ');
      const passage = { section: 's', step: '', kind: 'paragraph', text, whole: false } as const;
      expect(sentencesOf([passage]).map((one) => one.text)).to.deep.equal(sentences);
    });
  }

  it('have the digests that the ledger of the package has, whatever their white space and width', () => {
    const { title } = readDocument(readFileSync(join(ROOT, 'source/internal-edge/document.json'), 'utf8'));
    const [heading] = readLedger(readFileSync(join(ROOT, 'source/internal-edge/ledger.tsv'), 'utf8'));
    const digests = [title, title.replaceAll(' ', '\n  '), title.replace('S', 'Ｓ')].map(sentenceDigest);
    expect(digests).to.deep.equal(digests.map(() => heading?.sha256));
  });
});

function rowOf({ section, step, kind, text }: Sentence): string {
  return `${section}|${step}|${kind}|${text}`;
}
