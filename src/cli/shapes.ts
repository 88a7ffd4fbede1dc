/** Gives what is wrong with a value; undefined when nothing is. */
export type Shape = (value: unknown) => Complaint | undefined;

/** What is wrong, and the names that lead to it. */
export interface Complaint {
  readonly path: readonly string[];
  readonly message: string;
}

/** Whatever may be there, or not. */
export const anything: Shape = () => undefined;

/** A text. */
export const text: Shape = (value) => (typeof value === 'string' ? undefined : expected('string', value));

/** A number. */
export const number: Shape = (value) => (typeof value === 'number' ? undefined : expected('number', value));

/** One of these texts. */
export function oneOf(...texts: readonly string[]): Shape {
  const known = new Set<unknown>(texts);
  return (value) => (known.has(value) ? undefined : expected(`"${texts.join('" or "')}"`, value));
}

/** Nothing, or what has that shape. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined ? undefined : shape(value));
}

/** A list whose members have that shape. */
export function list(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return expected('array', value);
    for (const [index, member] of value.entries()) {
      const complaint = shape(member);
      if (complaint) return below(String(index), complaint);
    }
    return undefined;
  };
}

/** An object whose fields have these shapes; what else it holds is left alone. */
export function object(fields: Readonly<Record<string, Shape>>): Shape {
  const members = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return expected('object', value);
    for (const [name, shape] of members) {
      const complaint = shape(Reflect.get(value, name));
      if (complaint) return below(name, complaint);
    }
    return undefined;
  };
}

function below(name: string, { path, message }: Complaint): Complaint {
  return { path: [name, ...path], message };
}

function expected(what: string, found: unknown): Complaint {
  const kind = found === null ? 'null' : Array.isArray(found) ? 'array' : typeof found;
  return { path: [], message: `expected ${what}, found ${kind}` };
}
