import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** What a script of Windows PowerShell calls, by the grammar of tree-sitter-powershell. */
export interface ScriptCalls {
  /** parts that are not PowerShell, each with its line */
  readonly errors: readonly string[];
  /** names of commands that the script does not define itself */
  readonly commands: readonly string[];
  /** names of methods and constructors, in the order of the calls */
  readonly methods: readonly string[];
  /** calls by `&` or `.`, and redirections to files */
  readonly others: readonly string[];
}

let parser: Promise<Parser> | undefined;

/** Parses the script. */
export async function scriptCalls(script: string): Promise<ScriptCalls> {
  parser ??= powershell();
  const tree = (await parser).parse(script);
  if (!tree) throw new Error('the parser gave no tree');
  const nodes = [...below(tree.rootNode)];
  const texts = (type: string): string[] => nodes.filter((node) => node.type === type).map(({ text }) => text);
  const own = new Set(texts('function_name'));
  return {
    errors: nodes
      .filter((node) => node.type === 'ERROR' || node.isMissing)
      .map((node) => `line ${node.startPosition.row + 1}: ${node.text}`),
    commands: texts('command_name').filter((name) => !own.has(name)),
    // in the arguments of a command, the grammar gives a method and its parentheses separately
    methods: nodes
      .filter(({ type, endIndex }) => type === 'member_name' && script[endIndex] === '(')
      .map(({ text }) => text),
    others: [...texts('command_invokation_operator'), ...texts('redirection')],
  };
}

async function powershell(): Promise<Parser> {
  // optimizing the grammar takes fifty times as long as parsing with it as it is
  setFlagsFromString('--liftoff-only');
  await Parser.init();
  const wasm = readFileSync(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
  const made = new Parser();
  made.setLanguage(await Language.load(wasm));
  return made;
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* below(child);
}
