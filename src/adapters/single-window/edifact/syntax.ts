import { Parser } from "edifact";
import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";
import { decodeUtf8 } from "../text";

/** A segment: its tag, and its elements with their components. */
export interface Segment {
  readonly tag: string;
  readonly elements: readonly (readonly string[])[];
}

/** The character repertoires that are written and read: Latin 1, and all of Unicode (ISO 9735, UNOC and UNOY). */
const REPERTOIRES = ["UNOA", "UNOB", "UNOC", "UNOY"] as const;
export type Repertoire = (typeof REPERTOIRES)[number];

const SERVICE = "UNA:+.? '";

/** The smallest of the two repertoires that we write which holds all of a text. */
export function repertoireOf(segments: readonly Segment[]): "UNOC" | "UNOY" {
  const isLatin = segments.every(({ elements }) =>
    elements.flat().every((value) => /^[\u0020-\u007e\u00a0-\u00ff]*$/.test(value)),
  );
  return isLatin ? "UNOC" : "UNOY";
}

/** The bytes of an interchange; a line a segment, which readers pass over. */
export function writeSegments(segments: readonly Segment[], repertoire: "UNOC" | "UNOY"): Uint8Array {
  const text = `${[SERVICE, ...segments.map(writeSegment)].join("\n")}\n`;
  return repertoire === "UNOC" ? Uint8Array.from(Buffer.from(text, "latin1")) : new TextEncoder().encode(text);
}

function writeSegment({ tag, elements }: Segment): string {
  const written = elements.map((components) => withoutEnd(components.map(release)).join(":"));
  return `${[tag, ...withoutEnd(written)].join("+")}'`;
}

/** A value with its service characters released. */
function release(value: string): string {
  return value.replace(/[?+:']/g, "?$&");
}

function withoutEnd(values: readonly string[]): readonly string[] {
  const last = values.findLastIndex((value) => value !== "");
  return values.slice(0, last + 1);
}

/** Takes an interchange apart by the repertoire that it declares. */
export function readSegments(bytes: Uint8Array): Result<readonly Segment[], readonly MessageFault[]> {
  const start = Buffer.from(bytes.subarray(0, 60)).toString("latin1");
  const declared = /UNB.(UNO[A-Z])/s.exec(start)?.[1];
  if (!declared) return err([fault("unreadable", "EDIFACT", "UNB")]);
  const repertoire = REPERTOIRES.find((each) => each === declared);
  if (!repertoire)
    return err([fault("character_set", "EDIFACT", "UNB", { value: declared, expected: REPERTOIRES.join(", ") })]);
  const service = /UNA.{6}/s.exec(start)?.[0];
  // With another decimal mark the parser would turn every comma of a text into a point.
  if (service && service[5] !== ".")
    return err([fault("wrong_form", "EDIFACT", "UNA", { value: service, expected: SERVICE })]);
  const text = repertoire === "UNOY" ? decodeUtf8(bytes, "EDIFACT") : ok(Buffer.from(bytes).toString("latin1"));
  return text.ok ? parse(text.value, repertoire) : text;
}

function parse(text: string, repertoire: Repertoire): Result<readonly Segment[], readonly MessageFault[]> {
  const segments: { tag: string; elements: string[][] }[] = [];
  const parser = new Parser();
  parser.onopensegment = (tag) => segments.push({ tag, elements: [] });
  parser.onelement = () => segments.at(-1)?.elements.push([]);
  parser.oncomponent = (value) => segments.at(-1)?.elements.at(-1)?.push(value);
  try {
    parser.encoding(repertoire);
    parser.write(text.trim());
    parser.end();
    return ok(segments);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = segments.length > 0 ? `segment ${segments.length}, ${segments.at(-1)?.tag}` : "";
    if (/incomplete/.test(message)) return err([fault("truncated", "EDIFACT", at)]);
    if (/^Invalid character/.test(message) && !/segment name/.test(message))
      return err([fault("character_set", "EDIFACT", at, { value: message, expected: repertoire })]);
    return err([fault("unreadable", "EDIFACT", at, { value: message })]);
  }
}
