import type { DocumentView, FieldView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";

/** The strip is wider than the value, and never so narrow that the letters grow out of proportion. */
const MARGIN = 1.3;
const LEAST = 0.24;
/** Lines of text that are seen, the value's own among them. */
const LINES = 2.2;

interface Props {
  readonly field: Pick<FieldView, "box" | "page">;
  readonly document: Pick<DocumentView, "id" | "pages">;
  /** Width of the strip to its height. */
  readonly aspect?: number;
  readonly className?: string;
}

/** The place on the page that a value was read from, enlarged, with a frame on the value itself. */
export function Crop({ field, document, aspect = 7, className }: Props) {
  const page = document.pages.find((each) => each.number === field.page);
  if (!field.box || !page) return null;
  const { box } = field;
  // In shares of the page: as wide as the value asks, and wider where its height would not fit otherwise.
  const tall = (box.height * LINES * aspect) / page.aspect;
  const width = Math.min(1, Math.max(box.width * MARGIN, LEAST, tall));
  const height = (width * page.aspect) / aspect;
  const x = between(box.x + box.width / 2 - width / 2, 1 - width);
  const y = between(box.y + box.height / 2 - height / 2, 1 - height);
  return (
    <div
      aria-hidden="true"
      className={cn(
        "relative w-full overflow-hidden rounded-sm border bg-white bg-no-repeat dark:brightness-90",
        className,
      )}
      style={{
        aspectRatio: aspect,
        backgroundImage: `url(/api/v1/documents/${document.id}/pages/${page.number}/image)`,
        backgroundSize: `${100 / width}% auto`,
        backgroundPosition: `${share(x, 1 - width)}% ${share(y, 1 - height)}%`,
      }}
    >
      <span
        className="absolute rounded-[1px] bg-[oklch(0.8_0.1_203/0.14)] outline-2 outline-offset-2 outline-[oklch(0.55_0.1_203)]"
        style={{
          left: `${((box.x - x) / width) * 100}%`,
          top: `${((box.y - y) / height) * 100}%`,
          width: `${(box.width / width) * 100}%`,
          height: `${(box.height / height) * 100}%`,
        }}
      />
    </div>
  );
}

function between(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, most));
}

function share(offset: number, room: number): number {
  return (offset / Math.max(room, 0.0001)) * 100;
}
