const CARRIAGE_RETURN = 13;

/** The cells of each line of a CSV text (RFC 4180), one line at a time; lines without a cell are left out. */
export function* csvRows(text: string): Generator<readonly string[]> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endOfLine = text.includes('"') ? endOutsideQuotes : endOfPlainLine;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const line = text.slice(at, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    if (line !== "") yield line.includes('"') ? quotedCells(line) : line.split(",");
    at = end + 1;
  }
}

function endOfPlainLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** The first line feed with an even number of quotes before it. */
function endOutsideQuotes(text: string, start: number): number {
  let isInside = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isInside = !isInside;
    else if (letter === "\n" && !isInside) return at;
  }
  return text.length;
}

function quotedCells(line: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const end = line.indexOf(",", at);
      cells.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length + 1 : end + 1;
      continue;
    }
    let close = line.indexOf('"', at + 1);
    while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
    const end = close < 0 ? line.length : close;
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 2;
  }
  return cells;
}
