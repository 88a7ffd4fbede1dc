import { describe, it } from 'node:test';
import { expect } from 'chai';
import { InputError } from '../../src/input-error';
import { elementsAt, elementsIn } from '../../src/xml/find-elements';
import { parseXml } from '../../src/xml/parse-xml';

describe('An XML document', () => {
  it('is read with names, namespaces, values and places', () => {
    const root = parseXml(
      '<?xml version="1.0"?>\n<a xmlns="urn:x" xmlns:q="urn:q">\n  <q:b c="1 &amp; 2"/>t<![CDATA[<]]></a>',
      'a.xml',
    );
    expect([root.name, root.namespace, root.text, root.line, root.column]).to.deep.equal(['a', 'urn:x', 't<', 2, 1]);
    const [inner] = elementsAt(root, 'b');
    expect([inner?.namespace, inner?.attributes.get('c'), inner?.line, inner?.column]).to.deep.equal([
      'urn:q',
      '1 & 2',
      3,
      3,
    ]);
    expect([...elementsIn(root)].map(({ name }) => name)).to.deep.equal(['a', 'b']);
  });

  for (const [name, text, said] of [
    [
      'an element that is not closed',
      '<a>\n  <b>\n</a>',
      /^a\.xml:3:5: this is not well-formed XML: unexpected close tag/,
    ],
    ['an end before the end', '<a><b', /^a\.xml:1:6: this is not well-formed XML/],
    ['no element', '', /^a\.xml:1:1: this is not well-formed XML: document must contain a root element/],
    ['text that is not XML', 'Identity : x', /^a\.xml:1:\d+: this is not well-formed XML/],
    ['an entity that is not of XML', '<a>&x;</a>', /^a\.xml:1:7: this is not well-formed XML: undefined entity/],
    [
      'a document type',
      '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>',
      /^a\.xml:1:\d+: a document type declaration \(DTD\) is refused/,
    ],
    [
      'a document type with a file',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      /^a\.xml:1:\d+: a document type declaration/,
    ],
    ['deep nesting', '<a>'.repeat(101), /^a\.xml:1:\d+: the elements are nested more than 100 deep/],
    ['very many elements', `<a>${'<b/>'.repeat(200_000)}</a>`, /^a\.xml:1:\d+: there are more than 200000 elements/],
  ] as const) {
    it(`is refused with its place: ${name}`, () => {
      expect(() => parseXml(text, 'a.xml')).to.throw(InputError, said);
    });
  }
});
