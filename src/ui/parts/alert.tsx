import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const looks = cva("flex gap-2.5 rounded-md border px-3.5 py-2.5 text-sm", {
  variants: {
    tone: {
      info: "border-blue/30 bg-blue-soft",
      good: "border-green/30 bg-green-soft",
      warning: "border-yellow/35 bg-yellow-soft",
      bad: "border-red/30 bg-red-soft",
    },
  },
  defaultVariants: { tone: "info" },
});

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, bad: CircleAlert } as const;
const COLOURS = { info: "text-blue", good: "text-green", warning: "text-yellow", bad: "text-red" } as const;

/** Something that must be known here, with its sign. */
export function Alert({ tone, className, children, ...rest }: ComponentProps<"div"> & VariantProps<typeof looks>) {
  const Icon = ICONS[tone ?? "info"];
  return (
    <div className={cn(looks({ tone }), className)} {...rest}>
      <Icon aria-hidden className={cn("mt-px size-4 shrink-0", COLOURS[tone ?? "info"])} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
