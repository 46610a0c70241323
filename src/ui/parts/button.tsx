import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ButtonHTMLAttributes } from "react";
import { cn } from "./cn";

const looks = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium no-underline transition-opacity duration-100 disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-text hover:opacity-90",
        quiet: "border-line-strong/50 bg-panel text-text hover:bg-raised",
        danger: "border-red/60 bg-red-soft text-red hover:opacity-90",
        bare: "text-text hover:bg-raised aria-expanded:bg-raised",
      },
      size: {
        normal: "min-h-8 px-3 text-base [&_svg]:size-4",
        small: "min-h-7 px-2.5 text-sm [&_svg]:size-3.5",
        icon: "size-8 [&_svg]:size-4",
        tiny: "size-6 [&_svg]:size-3.5",
      },
    },
    defaultVariants: { look: "primary", size: "normal" },
  },
);

type Props = ButtonHTMLAttributes<HTMLButtonElement> &
  VariantProps<typeof looks> & {
    /** Draws its child, a link for instance, with the looks of a button. */
    readonly asChild?: boolean;
  };

/** A button; `primary` is the one act that the screen is for. */
export function Button({ look, size, className, asChild = false, ...rest }: Props) {
  const classes = cn(looks({ look, size }), className);
  return asChild ? <Slot.Root className={classes} {...rest} /> : <button type="button" className={classes} {...rest} />;
}
