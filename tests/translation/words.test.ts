import { describe, it } from 'node:test';
import { expect } from 'chai';
import ts from 'typescript';
import { chinese } from '../../src/runbook/words/chinese/words-zh-tw';
import { english } from '../../src/runbook/words/english/words';
import { report } from '../support/report';
import { collect, type SourceFile, sourceFiles, typescriptBelow } from '../support/source-tree';
import { TRANSLATION_RULES } from '../support/translation-rules';
import { glossary } from './chinese';

const LANGUAGE = [
  'the terms are those of the glossary',
  'punctuation beside Chinese characters is full-width',
  'Chinese characters and Latin letters stand apart',
];

const HAN = /\p{Script=Han}/u;

describe('The words of the pages in the Chinese of Taiwan', () => {
  const pairs = pairsIn(english, chinese);
  const beside = new Set(pairs.map(([, text]) => text));
  const others = literalsIn(typescriptBelow(['src/runbook/words'])).filter(([text]) => !beside.has(text));
  const said = new Map([...others, ...pairs]);
  for (const title of LANGUAGE) {
    it(title, () => report(title, wrong(title, said)));
  }

  it('are all of them looked at, beside the English where there is a text of its own', () => {
    expect(said.get('What has changed')).to.equal('變更之處');
    expect([...said.values()])
      .to.include('新出現失敗')
      .and.to.include('有場景的狀態不同，詳見下方。');
  });

  it('are refused where one of the rules does not hold', () => {
    const [terms, punctuation, letters] = LANGUAGE.map(
      (title) => (zh: string) => wrong(title, new Map([['The private key', zh]])).length,
    );
    expect([terms?.('私密金鑰'), terms?.('私鑰'), punctuation?.('金鑰:'), letters?.('在Edge上')]).to.deep.equal([
      0, 2, 1, 1,
    ]);
    const [found] = literalsIn(sourceFiles({ 'a-zh-tw.ts': `const a = '證書 張';` }));
    expect(found).to.deep.equal(['證書 張', '證書 張']);
  });
});

function wrong(title: string, texts: ReadonlyMap<string, string>) {
  const rule = TRANSLATION_RULES[title];
  const nothing = { sentences: {}, phrases: {}, keywords: {}, cells: {}, remarks: {}, controls: {} };
  const found = rule?.(
    { ...nothing, texts: Object.fromEntries(texts) },
    { sentences: [], texts: [], cells: [], quoted: '' },
    glossary(),
  );
  return (found ?? [`there is no rule "${title}"`]).map((what) => ({ at: 'src/runbook/words', what }));
}

/** Texts of the two that stand at the same place; functions have none. */
function pairsIn(one: unknown, other: unknown): readonly (readonly [english: string, chinese: string])[] {
  if (typeof one === 'string' && typeof other === 'string') return HAN.test(other) ? [[one, other]] : [];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  return Object.entries(one).flatMap(([name, value]) => pairsIn(value, Reflect.get(other, name)));
}

/** The pieces of texts of the Chinese files, each as its own translation. */
function literalsIn(files: readonly SourceFile[]): readonly (readonly [text: string, text: string])[] {
  return files
    .filter(({ path }) => path.endsWith('-zh-tw.ts'))
    .flatMap((file) => collect(file, (node) => (isPiece(node) && HAN.test(node.text) ? node.text : undefined)))
    .map((text) => [text, text] as const);
}

function isPiece(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
