/** The parts of a line of Windows PowerShell. */

/** One argument of a command. */
export type Argument =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly items: readonly Argument[] }
  | { readonly kind: 'block'; readonly text: string }
  | { readonly kind: 'result'; readonly of: Expression };

/** A word of a command: a parameter, with the value that a colon attaches to it, or an argument. */
export type Word =
  | { readonly kind: 'parameter'; readonly name: string; readonly value?: Argument }
  | { readonly kind: 'argument'; readonly argument: Argument };

/** A command of a pipeline with its words. */
export interface TypedPart {
  readonly name: string;
  readonly words: readonly Word[];
}

/** Commands that pass their objects on, and the property of the result that a dot asks for: `(…).Count`. */
export interface Expression {
  readonly parts: readonly TypedPart[];
  readonly property?: string;
}
