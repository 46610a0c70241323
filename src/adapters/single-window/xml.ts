import { XMLParser, XMLValidator } from "fast-xml-parser";
import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";
import { decodeUtf8 } from "./text";

/** An element with its namespace resolved; text of elements that hold others is blank or refused by who reads them. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

/** The messages nest five deep; signatures a little more. */
const LIMIT_DEPTH = 32;
/** Beginnings and ends of elements; a list of a thousand records has some hundred thousand. */
const LIMIT_MARKS = 400_000;

/**
 * Takes a message apart. It comes from outside: document types and entities other than the five of XML are refused
 * before anything is parsed.
 */
export function parseXml(bytes: Uint8Array, form: string): Result<Element, readonly MessageFault[]> {
  const decoded = decodeUtf8(bytes, form);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return err([fault("unsafe_xml", form, "")]);
  if (text.split("<", LIMIT_MARKS + 2).length > LIMIT_MARKS + 1)
    return err([fault("unsafe_xml", form, "", { expected: `${LIMIT_MARKS} marks` })]);
  const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(text)?.[1];
  if (encoding && encoding.toLowerCase() !== "utf-8")
    return err([fault("character_set", form, "", { value: encoding, expected: "UTF-8" })]);
  const valid = XMLValidator.validate(text);
  if (valid !== true) return err([fault("truncated", form, `line ${valid.err.line}`, { value: valid.err.msg })]);
  return toTree(text, form);
}

function toTree(text: string, form: string): Result<Element, readonly MessageFault[]> {
  try {
    const roots = (PARSER.parse(text) as readonly Ordered[]).filter((each) => !nameOf(each)?.startsWith("?"));
    const [root] = roots.filter((each) => nameOf(each) !== undefined);
    return root
      ? ok(toElement(root, { xml: "http://www.w3.org/XML/1998/namespace" }, 0))
      : err([fault("unreadable", form, "")]);
  } catch (error) {
    if (error instanceof Unsafe) return err([fault("unsafe_xml", form, "", { value: error.message })]);
    // What the validator lets pass and the parser does not is made to harm the parser.
    return err([fault("unsafe_xml", form, "")]);
  }
}

class Unsafe extends Error {}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: "#cdata",
});

/** An element as the parser gives it in order: its name with its content, and `:@` with its attributes. */
type Ordered = Readonly<Record<string, readonly Ordered[] | string | Readonly<Record<string, string>>>>;

function nameOf(ordered: Ordered): string | undefined {
  return Object.keys(ordered).find((key) => key !== ":@" && key !== "#text" && key !== "#cdata");
}

function toElement(ordered: Ordered, outer: Readonly<Record<string, string>>, depth: number): Element {
  if (depth > LIMIT_DEPTH) throw new Unsafe(`deeper than ${LIMIT_DEPTH}`);
  const qualified = nameOf(ordered) ?? "";
  const content = (ordered[qualified] ?? []) as readonly Ordered[];
  const attributes = Object.entries((ordered[":@"] ?? {}) as Record<string, string>).map(
    ([key, value]) => [key, decodeEntities(value)] as const,
  );
  const declared = attributes
    .filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"))
    .map(([key, value]) => [key === "xmlns" ? "" : key.slice("xmlns:".length), value] as const);
  const scope = { ...outer, ...Object.fromEntries(declared) };
  const colon = qualified.indexOf(":");
  return {
    name: qualified.slice(colon + 1),
    namespace: scope[colon < 0 ? "" : qualified.slice(0, colon)] ?? "",
    attributes: Object.fromEntries(attributes.filter(([key]) => !/^(xmlns$|xmlns:|xsi:)/.test(key))),
    text: content.map(textOf).join(""),
    children: content.filter((each) => nameOf(each) !== undefined).map((each) => toElement(each, scope, depth + 1)),
  };
}

function textOf(ordered: Ordered): string {
  if (typeof ordered["#text"] === "string") return decodeEntities(ordered["#text"]);
  const literal = ordered["#cdata"];
  if (!Array.isArray(literal)) return "";
  return (literal as readonly Ordered[]).map((each) => String(each["#text"] ?? "")).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known !== undefined) return known;
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? "", code[1] ? 16 : 10) : -1;
    if (point < 0x20 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) throw new Unsafe(whole);
    return String.fromCodePoint(point);
  });
}

/** A text as it may stand in an element or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
