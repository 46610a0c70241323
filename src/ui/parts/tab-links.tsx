import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Strip } from "./strip";

interface Props {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly isHere: boolean;
    /** What there is to do behind it. */
    readonly mark?: ReactNode;
  }[];
}

/** Sections of one thing, each with an address of its own. */
export function TabLinks({ label, tabs }: Props) {
  return (
    <Strip label={label} current={tabs.find((tab) => tab.isHere)?.href ?? ""} className="-mx-2 px-2">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.isHere ? "page" : undefined}
          className={cn(
            "inline-flex min-h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-3 text-sm no-underline focus-visible:-outline-offset-2",
            tab.isHere ? "border-accent font-medium text-accent" : "border-transparent text-muted hover:text-text",
          )}
        >
          {tab.label}
          {tab.mark}
        </Link>
      ))}
    </Strip>
  );
}
