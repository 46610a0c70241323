import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const looks = cva(
  "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 text-xs font-medium [&_svg]:size-3",
  {
    variants: {
      tone: {
        plain: "bg-raised text-text",
        accent: "border-accent/30 bg-accent-soft text-accent",
        green: "border-green/30 bg-green-soft text-green",
        blue: "border-blue/30 bg-blue-soft text-blue",
        yellow: "border-yellow/35 bg-yellow-soft text-yellow",
        red: "border-red/30 bg-red-soft text-red",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

/** A short word about a thing; where it has a colour it has a glyph too. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof looks>) {
  return <span className={cn(looks({ tone }), className)} {...rest} />;
}
