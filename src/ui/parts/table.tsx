import type { ComponentProps } from "react";
import { cn } from "./cn";

/**
 * A table; where it is wider than its place it scrolls by itself, by keyboard too, and the page does not. One that is
 * stacked is a list where a table has no room: a row is a block, and each cell a line with the name of its column.
 */
export function Table({
  label,
  isStacked = false,
  className,
  children,
  ...rest
}: ComponentProps<"table"> & {
  /** What the table holds, for those who do not see what stands above it. */
  readonly label: string;
  readonly isStacked?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-md border bg-panel">
      <table
        data-stacked={isStacked || undefined}
        className={cn(
          "w-full border-collapse text-sm",
          isStacked && "max-lg:block max-lg:[&>tbody]:block max-lg:[&>thead]:sr-only",
          className,
        )}
        {...rest}
      >
        {children}
      </table>
    </section>
  );
}

/** The head of a column. */
export function TableHead({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn("h-8 whitespace-nowrap border-b bg-raised px-3 text-xs text-muted", className)}
      {...rest}
    />
  );
}

/** A row; a hairline divides it from the one before. */
export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn("border-t first:border-t-0 max-lg:in-data-stacked:block max-lg:in-data-stacked:py-2", className)}
      {...rest}
    />
  );
}

const STACKED_CELL =
  "max-lg:in-data-stacked:flow-root max-lg:in-data-stacked:min-w-0 max-lg:in-data-stacked:py-0.5 max-lg:in-data-stacked:text-left";
// The name floats in the padding, so that one of two lines makes its cell as high as itself.
const NAMED_CELL =
  "max-lg:in-data-stacked:pl-31 max-lg:in-data-stacked:before:float-left max-lg:in-data-stacked:before:-ml-28 max-lg:in-data-stacked:before:w-26 max-lg:in-data-stacked:before:whitespace-normal max-lg:in-data-stacked:before:break-words max-lg:in-data-stacked:before:font-sans max-lg:in-data-stacked:before:text-xs max-lg:in-data-stacked:before:font-normal max-lg:in-data-stacked:before:text-muted max-lg:in-data-stacked:before:content-[attr(data-column)]";

/** A cell; the name of its column stands beside it where the table is stacked, and without one it heads its row. */
export function TableCell({ column, className, ...rest }: ComponentProps<"td"> & { readonly column?: string }) {
  return (
    <td
      data-column={column}
      className={cn("px-3 py-1.5 align-baseline", STACKED_CELL, column && NAMED_CELL, className)}
      {...rest}
    />
  );
}
