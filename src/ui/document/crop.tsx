import type { DocumentView, FieldView } from "@/contracts/views";
import { cn } from "@/ui/parts/cn";

const ASPECT = 8;
/** The strip is wider than the value, and never so narrow that the letters grow out of proportion. */
const MARGIN = 1.45;
const LEAST = 0.31;

interface Props {
  readonly field: Pick<FieldView, "box" | "page">;
  readonly document: DocumentView;
  readonly isWide?: boolean;
}

/** The place on the page that a value was read from, enlarged, so that the eyes need not travel. */
export function Crop({ field, document, isWide = false }: Props) {
  const page = document.pages.find((each) => each.number === field.page);
  if (!field.box || !page) return null;
  const { box } = field;
  const width = Math.min(1, Math.max(box.width * MARGIN, LEAST));
  const height = (width * page.aspect) / ASPECT;
  const x = between(box.x + box.width / 2 - width / 2, 1 - width);
  const y = between(box.y + box.height / 2 - height / 2, 1 - height);
  return (
    <div
      aria-hidden="true"
      className={cn("w-full rounded border bg-white", isWide ? "mb-2" : "mt-1.5")}
      style={{
        aspectRatio: ASPECT,
        backgroundImage: `url(/api/v1/documents/${document.id}/pages/${page.number}/image)`,
        backgroundSize: `${100 / width}% auto`,
        backgroundPosition: `${share(x, 1 - width)}% ${share(y, 1 - height)}%`,
      }}
    />
  );
}

function between(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, most));
}

function share(offset: number, room: number): number {
  return (offset / Math.max(room, 0.0001)) * 100;
}
