import { cva, type VariantProps } from "class-variance-authority";
import type { ButtonHTMLAttributes } from "react";
import { cn } from "@/ui/parts/cn";

const looks = cva(
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md px-3.5 text-sm font-medium transition-opacity duration-100 disabled:cursor-not-allowed disabled:opacity-55",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-text hover:opacity-90",
        quiet: "border border-line-strong/60 bg-panel text-text hover:bg-raised",
        danger: "border border-red bg-red-soft text-red hover:opacity-90",
        bare: "text-text hover:bg-raised",
      },
      size: { normal: "", small: "min-h-8 px-2.5 text-[13px]" },
    },
    defaultVariants: { look: "primary", size: "normal" },
  },
);

type Props = ButtonHTMLAttributes<HTMLButtonElement> & VariantProps<typeof looks>;

/** A button; `primary` is the one act that the screen is for. */
export function Button({ look, size, className, type = "button", ...rest }: Props) {
  return <button type={type} className={cn(looks({ look, size }), className)} {...rest} />;
}
