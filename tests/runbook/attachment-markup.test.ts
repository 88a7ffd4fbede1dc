import { describe, it } from 'node:test';
import { expect } from 'chai';
import { markdownHtml, terminalHtml } from '../../src/runbook/pages/attachment-markup';
import { jsonAttribute } from '../../src/runbook/pages/json-attribute';
import { attachmentView } from '../../src/runbook/views/evidence/attachment-view';

const ESCAPE = String.fromCharCode(27);

describe('An attached text', () => {
  it('is shown as Markdown, with bold lines for its headings and lists as lists', () => {
    expect(markdownHtml('# Title\n\n- one\n- **two**\n')).to.equal(
      '<p class="label">Title</p>\n<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>\n',
    );
    expect(markdownHtml('|a|b|\n|-|-|\n|1|2|\n')).to.include('<tr><td>1</td><td>2</td></tr>');
  });

  it('runs and loads nothing that is in Markdown', () => {
    const html = markdownHtml(
      '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://x.test/y.png) [c](https://x.test/"onclick=")',
    );
    expect(html).not.to.match(/<script|<img|href="javascript|" ?onclick/i);
    expect(html).to.include('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).to.include('<a href="https://x.test/y.png" rel="noreferrer">b</a>');
  });

  it('keeps the colours of a terminal, each in a span, and shows markup as text', () => {
    expect(terminalHtml(`a ${ESCAPE}[1;31m<b>${ESCAPE}[0m ${ESCAPE}[32mok${ESCAPE}[39m.`)).to.equal(
      'a <span class="term-bold term-red">&lt;b&gt;</span> <span class="term-green">ok</span>.',
    );
  });

  it('has no colour from the background, and none from sequences of 256 colours', () => {
    for (const code of ['41', '101', '38;5;196', '48;5;12', '38;2;1;31;94'])
      expect(terminalHtml(`${ESCAPE}[${code}mx`), code).to.equal('x');
    expect(terminalHtml(`${ESCAPE}[91mx${ESCAPE}[37my`)).to.equal('<span class="term-red">x</span>y');
  });

  it('of JSON has one member in a line, and stays as it is if it is none', () => {
    const view = (text: string) =>
      attachmentView({ mediaType: 'application/json', fileName: '', text, coloured: '', base64: '', url: '' }).text;
    expect(view('{"a":[1]}')).to.equal('{\n  "a": [\n    1\n  ]\n}');
    expect(view('{"a"')).to.equal('{"a"');
  });
});

describe('JSON in an attribute', () => {
  it('cannot end the attribute or begin markup, and is the same value', () => {
    const value = { text: `'"><script>&amp;\`` };
    const written = jsonAttribute(JSON.stringify(value));
    expect(written).not.to.match(/['<>&`]/);
    expect(JSON.parse(written)).to.deep.equal(value);
  });
});
