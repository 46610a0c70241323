import { CLEARANCE_STATES, type ClearanceEvent, type ClearanceState, LIFECYCLE } from "@/domain/clearance/lifecycle";

export const NODE = { width: 112, height: 32 } as const;
const GAP = { x: 34, y: 46 } as const;
/** Room at the left for the moves that go back within a column. */
const MARGIN = { left: 30, top: 4, right: 4, bottom: 4 } as const;

interface Node {
  readonly state: ClearanceState;
  readonly x: number;
  readonly y: number;
}

/** A move from one state to another; several events may make the same move. */
export interface Move {
  readonly number: number;
  readonly from: ClearanceState;
  readonly to: ClearanceState;
  readonly events: readonly ClearanceEvent[];
}

interface Drawn extends Move {
  readonly path: string;
  /** Where the number of the move stands. */
  readonly at: readonly [number, number];
}

/** Every move of the transition table, numbered in its order. */
export function movesOf(): readonly Move[] {
  const moves: Move[] = [];
  for (const from of CLEARANCE_STATES)
    for (const [event, to] of Object.entries(LIFECYCLE[from]) as [ClearanceEvent, ClearanceState][]) {
      const known = moves.findIndex((move) => move.from === from && move.to === to);
      const same = moves[known];
      if (same) moves[known] = { ...same, events: [...same.events, event] };
      else moves.push({ number: moves.length + 1, from, to, events: [event] });
    }
  return moves;
}

/**
 * The transition table as a drawing: a state stands as many rows down as it takes moves to reach it, and beside those
 * that are reached as soon, in the order of the table.
 */
export function layOut(): {
  readonly nodes: readonly Node[];
  readonly moves: readonly Drawn[];
  readonly width: number;
  readonly height: number;
} {
  const rows = rowsOf();
  const nodes = rows.flatMap((states, row) =>
    states.map((state, column) => ({
      state,
      x: MARGIN.left + column * (NODE.width + GAP.x),
      y: MARGIN.top + row * (NODE.height + GAP.y),
    })),
  );
  const columns = Math.max(...rows.map((states) => states.length));
  const place = new Map(nodes.map((node) => [node.state, node]));
  const moves = movesOf().flatMap((move) => {
    const [from, to] = [place.get(move.from), place.get(move.to)];
    return from && to ? [{ ...move, ...route(from, to) }] : [];
  });
  return {
    nodes,
    moves,
    width: MARGIN.left + columns * NODE.width + (columns - 1) * GAP.x + MARGIN.right,
    height: MARGIN.top + rows.length * NODE.height + (rows.length - 1) * GAP.y + MARGIN.bottom,
  };
}

function rowsOf(): readonly (readonly ClearanceState[])[] {
  const rows: ClearanceState[][] = [[CLEARANCE_STATES[0]]];
  const seen = new Set<ClearanceState>([CLEARANCE_STATES[0]]);
  for (let row = rows[0]; row && row.length > 0; row = rows.at(-1)) {
    const next = row
      .flatMap((state) => Object.values(LIFECYCLE[state]) as ClearanceState[])
      .filter((state) => !seen.has(state) && seen.add(state));
    if (next.length === 0) break;
    rows.push(next);
  }
  return rows;
}

type Point = readonly [number, number];

function route(from: Node, to: Node): { readonly path: string; readonly at: Point } {
  const middle = (node: Node) => node.x + NODE.width / 2;
  const half = NODE.height / 2;
  if (to.y > from.y) {
    const [start, end]: [Point, Point] = [
      [middle(from), from.y + NODE.height],
      [middle(to), to.y],
    ];
    return curve(start, [start[0], start[1] + GAP.y / 2], [end[0], end[1] - GAP.y / 2], end);
  }
  if (to.y === from.y) return beside(from, to);
  if (to.x === from.x) {
    const side = from.x - 26;
    return curve([from.x, from.y + half], [side, from.y + half], [side, to.y + half], [to.x, to.y + half]);
  }
  // Back and across: up from the head of the state, then in from the side, where the rows above leave room.
  const end: Point = [to.x + NODE.width, to.y + half];
  return curve([middle(from) + 16, from.y], [middle(from) + 16, end[1]], [end[0] + 60, end[1]], end);
}

function beside(from: Node, to: Node): { readonly path: string; readonly at: Point } {
  const half = NODE.height / 2;
  const isRight = to.x > from.x;
  const isNext = Math.abs(to.x - from.x) === NODE.width + GAP.x;
  if (isNext) {
    // Two neighbours may have a move each way; the one to the left runs lower.
    const y = from.y + half + (isRight ? -7 : 7);
    const [start, end] = isRight ? [from.x + NODE.width, to.x] : [from.x, to.x + NODE.width];
    return { path: `M${start} ${y}H${end}`, at: [(start + end) / 2, y] };
  }
  const [start, end]: [Point, Point] = [
    [from.x + NODE.width / 2 - 20, from.y + NODE.height],
    [to.x + NODE.width / 2 + 24, to.y + NODE.height],
  ];
  // Its number stands nearer to its end, clear of what leaves the state between them.
  return curve(start, [start[0], start[1] + 34], [end[0], end[1] + 34], end, 0.72);
}

/** A curve with the point at the share `t` of its way. */
function curve(a: Point, b: Point, c: Point, d: Point, t = 0.5): { readonly path: string; readonly at: Point } {
  const u = 1 - t;
  const at = (index: 0 | 1) =>
    u ** 3 * a[index] + 3 * u * u * t * b[index] + 3 * u * t * t * c[index] + t ** 3 * d[index];
  return { path: `M${a[0]} ${a[1]}C${b[0]} ${b[1]} ${c[0]} ${c[1]} ${d[0]} ${d[1]}`, at: [at(0), at(1)] };
}
