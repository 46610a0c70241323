import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A table; where it is wider than its place it scrolls by itself, by keyboard too, and the page does not. */
export function Table({
  label,
  className,
  children,
  ...rest
}: ComponentProps<"table"> & {
  /** What the table holds, for those who do not see what stands above it. */
  readonly label: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-md border bg-panel">
      <table className={cn("w-full border-collapse text-sm", className)} {...rest}>
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
  return <tr className={cn("border-t first:border-t-0", className)} {...rest} />;
}

/** A cell. */
export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={cn("px-3 py-1.5 align-baseline", className)} {...rest} />;
}
