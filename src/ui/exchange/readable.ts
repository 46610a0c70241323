/**
 * The text of a message with a line for each element, segment or member, so that a person can read it. Nothing but
 * blanks between them is added or taken away; what is in no known syntax stays as it is.
 */
export function readable(text: string): string {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return xml(start);
  if (start.startsWith("{") || start.startsWith("[")) return json(start);
  return /^UN[AB]/.test(start) ? edifact(start) : text;
}

const STEP = "  ";

const MARKS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g;

function xml(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  /** Whether what comes next belongs on the line of the element that was just opened. */
  let isInside = false;
  for (const mark of text.match(MARKS) ?? []) {
    if (isText(mark)) {
      if (mark.trim() === "") continue;
      lines.push(`${lines.pop() ?? ""}${mark.trim()}`);
    } else if (mark.startsWith("</")) {
      depth = Math.max(0, depth - 1);
      lines.push(isInside ? `${lines.pop() ?? ""}${mark}` : `${STEP.repeat(depth)}${mark}`);
      isInside = false;
    } else {
      lines.push(`${STEP.repeat(depth)}${mark}`);
      isInside = isOpening(mark);
      if (isInside) depth += 1;
    }
  }
  return lines.join("\n");
}

function isText(mark: string): boolean {
  return !mark.startsWith("<") || mark.startsWith("<![CDATA[");
}

function isOpening(mark: string): boolean {
  return !mark.startsWith("<?") && !mark.startsWith("<!") && !mark.endsWith("/>");
}

/** As text and not as values: a number keeps the zeroes that it was written with. */
function json(text: string): string {
  let depth = 0;
  const line = () => `\n${STEP.repeat(depth)}`;
  return (text.match(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s"{}[\],:]+/g) ?? [])
    .map((token) => {
      if (token === "{" || token === "[") {
        depth += 1;
        return `${token}${line()}`;
      }
      if (token === "}" || token === "]") {
        depth = Math.max(0, depth - 1);
        return `${line()}${token}`;
      }
      if (token === ",") return `,${line()}`;
      return token === ":" ? ": " : token;
    })
    .join("");
}

/** UNA names the signs of its interchange: the one that frees the next, and the one that ends a segment. */
function edifact(text: string): string {
  const isStated = text.startsWith("UNA");
  const release = isStated ? (text[6] ?? "?") : "?";
  const end = isStated ? (text[8] ?? "'") : "'";
  const lines: string[] = isStated ? [text.slice(0, 9)] : [];
  let line = "";
  let isFree = false;
  for (const sign of text.slice(isStated ? 9 : 0)) {
    if (line === "" && /\s/.test(sign)) continue;
    line += sign;
    if (sign === end && !isFree) {
      lines.push(line);
      line = "";
    }
    isFree = sign === release && !isFree;
  }
  return [...lines, ...(line === "" ? [] : [line])].join("\n");
}
