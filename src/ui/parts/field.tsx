import { type InputHTMLAttributes, useId } from "react";
import { cn } from "@/ui/parts/cn";

type Props = InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly hint?: string };

/** An input with its label and, if it needs one, a hint. */
export function Field({ label, hint, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-[12px] font-medium text-muted">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn("h-9 w-full rounded-md border border-line-strong bg-panel px-2.5 text-sm", className)}
        {...rest}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-[12px] text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
