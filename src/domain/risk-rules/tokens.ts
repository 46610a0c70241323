import { err, ok, type Result } from "../shared/result";
import { type ExpressionFault, LIMITS } from "./expression";

export interface Token {
  readonly kind: "word" | "text" | "number" | "sign" | "end";
  /** A text without its quotation marks; anything else as it is written. */
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

const SIGNS = ["<=", ">=", "!=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/"] as const;
const WORD = /[A-Za-z][A-Za-z0-9_]*/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const BLANK = /\s+/y;

/** Takes the text of a rule apart. Texts stand in double quotation marks; within them \" and \\ are the signs themselves. */
export function tokensOf(text: string): Result<readonly Token[], ExpressionFault> {
  if (text.length > LIMITS.characters)
    return err(
      fault("too_long", { at: LIMITS.characters, length: 0, value: String(text.length) }, String(LIMITS.characters)),
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(text, at);
    if (!token.ok) return token;
    tokens.push(token.value);
    at += token.value.length;
  }
  tokens.push({ kind: "end", value: "", at: text.length, length: 0 });
  return ok(tokens);
}

function tokenAt(text: string, at: number): Result<Token, ExpressionFault> {
  if (text[at] === '"') return textAt(text, at);
  const word = matchAt(WORD, text, at);
  if (word) return ok({ kind: "word", value: word, at, length: word.length });
  const number = matchAt(NUMBER, text, at);
  if (number) return numberAt(text, at, number);
  const sign = SIGNS.find((each) => text.startsWith(each, at));
  if (sign) return ok({ kind: "sign", value: sign, at, length: sign.length });
  const [found = ""] = [...text.slice(at, at + 2)];
  return err(fault("unknown_character", { at, length: found.length, value: found }, ""));
}

function numberAt(text: string, at: number, number: string): Result<Token, ExpressionFault> {
  const next = text[at + number.length] ?? "";
  const digits = number.replace(".", "").replace(/^0+/, "");
  if (/[A-Za-z_.\d]/.test(next) || digits.length > 15)
    return err(fault("number_malformed", { at, length: number.length + 1, value: `${number}${next}` }, "1234.5"));
  return ok({ kind: "number", value: number, at, length: number.length });
}

function textAt(text: string, at: number): Result<Token, ExpressionFault> {
  let value = "";
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '"') return ok({ kind: "text", value, at, length: end + 1 - at });
    if (text[end] === "\\") end += 1;
    value += text[end] ?? "";
  }
  return err(fault("text_unclosed", { at, length: text.length - at, value: text.slice(at, at + 20) }, '"'));
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A fault at a place of the text. */
export function fault(
  kind: ExpressionFault["kind"],
  { at, length, value }: Pick<Token, "at" | "length" | "value">,
  expected: string,
  nearest: string | null = null,
): ExpressionFault {
  return { kind, at, length, found: value, expected, nearest };
}
