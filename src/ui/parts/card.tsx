import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A part of the page that is acted on as one. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={cn("flex flex-col gap-4 rounded-md border bg-panel p-4", className)} {...rest} />;
}

interface SectionProps {
  readonly title: ReactNode;
  readonly id?: string;
  /** What stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page with its title. */
export function Section({ title, id, aside, className, children }: SectionProps) {
  return (
    <section className={cn("min-w-0 scroll-mt-24", className)} {...(id ? { id } : {})}>
      <div className="mb-2 flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {aside ? <div className="ml-auto flex items-center gap-2 text-sm">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
