import Handlebars from 'handlebars';
import { CALLABLE } from '../../src/runbook/pages/template-runtime';

/** The templates of whole pages. All others are partials. */
export const WHOLE_PAGES = ['page', 'single', 'diff'] as const;

/** Helpers whose result is HTML and is not escaped. */
export const MARKUP: readonly string[] = ['english', 'jsonAttribute', 'markdownHtml', 'own', 'terminalHtml'];

/**
 * Compiles the templates to a CommonJS module that exports one function per template: from a value to its HTML.
 * Templates are parsed at build time, and a block costs no more than a loop or a condition.
 *
 * @param texts the text of each template, by its file name without `.hbs`
 * @throws Error of Handlebars for a template that it cannot parse
 * @throws Error for a construct of Handlebars that these templates do not use
 */
export function compiledTemplates(texts: Readonly<Record<string, string>>): string {
  const pages: readonly string[] = WHOLE_PAGES;
  const members = Object.entries(texts).map(([name, text]) => {
    const { body } = Handlebars.parse(pages.includes(name) ? text : text.replace(/\n$/, ''));
    return `${JSON.stringify(name)}: (c0, on) => ${joined(body, 0)}`;
  });
  return `'use strict';\nmodule.exports = {\n${members.join(',\n')}\n};\n`;
}

/** Compiles statements to one expression. The contexts of nested blocks are c0, c1, …; the innermost is c`depth`. */
function joined(statements: readonly hbs.AST.Statement[], depth: number): string {
  return statements.map((one) => expressionOf(one, depth)).join(' + ') || "''";
}

function expressionOf(statement: hbs.AST.Statement, depth: number): string {
  if (is<hbs.AST.ContentStatement>(statement, 'ContentStatement')) return JSON.stringify(statement.value);
  if (is<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) return printed(statement, depth);
  if (is<hbs.AST.BlockStatement>(statement, 'BlockStatement')) return block(statement, depth);
  if (is<hbs.AST.PartialStatement>(statement, 'PartialStatement')) return part(statement, depth);
  throw new Error(`templates do not translate a ${statement.type}`);
}

function printed(statement: hbs.AST.MustacheStatement, depth: number): string {
  const { path, params, escaped } = statement;
  if (params.length === 0) {
    const field = 'parts' in path ? path.parts.at(-1) : undefined;
    return `on.${escaped ? 'text' : 'markup'}(${value(path, depth)}, ${JSON.stringify(field ?? 'this')})`;
  }
  const helper = helperIn(statement);
  const called = call(statement, depth);
  return MARKUP.includes(helper) ? called : `on.text(${called}, "${helper}")`;
}

function block({ path, params, program, inverse }: hbs.AST.BlockStatement, depth: number): string {
  const [about] = params;
  const given = about ? value(about, depth) : '';
  const inside = (body: hbs.AST.Program | undefined, at: number) => joined(body?.body ?? [], at);
  switch (path.original) {
    case 'if':
      return `(on.holds(${given}) ? ${inside(program, depth)} : ${inside(inverse, depth)})`;
    case 'unless':
      return `(on.holds(${given}) ? ${inside(inverse, depth)} : ${inside(program, depth)})`;
    case 'with':
      return `on.with(${given}, (c${depth + 1}) => ${inside(program, depth + 1)})`;
    case 'each':
      return `on.each(${given}, (c${depth + 1}, at) => ${inside(program, depth + 1)})`;
    default:
      throw new Error(`templates have no block "${path.original}"`);
  }
}

function part({ name, params, hash }: hbs.AST.PartialStatement, depth: number): string {
  const called = 'parts' in name ? JSON.stringify(name.original) : call(name, depth);
  const given = (hash?.pairs ?? []).map((pair) => `${pair.key}: ${value(pair.value, depth)}`);
  const [about] = params;
  const context = about ? value(about, depth) : `c${depth}`;
  return `on.parts[${called}](${given.length > 0 ? `{ ...${context}, ${given.join(', ')} }` : context}, on)`;
}

function value(expression: hbs.AST.Expression, depth: number): string {
  if (is<hbs.AST.SubExpression>(expression, 'SubExpression')) return call(expression, depth);
  if (is<hbs.AST.StringLiteral>(expression, 'StringLiteral')) return JSON.stringify(expression.value);
  if (!is<hbs.AST.PathExpression>(expression, 'PathExpression'))
    throw new Error(`templates hold no ${expression.type}`);
  const { data, parts, depth: outwards } = expression;
  const start = !data ? `c${depth - outwards}` : parts[0] === 'root' ? 'on' : 'at';
  return [start, ...parts.map((field) => `?.[${JSON.stringify(field)}]`)].join('');
}

type Call = hbs.AST.SubExpression | hbs.AST.MustacheStatement;

function call(of: Call, depth: number): string {
  return `on.${helperIn(of)}(${of.params.map((param) => value(param, depth)).join(', ')})`;
}

function helperIn({ path }: Call): string {
  const name = 'original' in path ? String(path.original) : path.type;
  const callable: readonly string[] = CALLABLE;
  if (callable.includes(name)) return name;
  throw new Error(`templates have no helper "${name}"; have ${CALLABLE.join(', ')}`);
}

function is<N extends hbs.AST.Node>(node: hbs.AST.Node, type: N['type']): node is N {
  return node.type === type;
}
