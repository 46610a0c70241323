"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly value: string; readonly label: string; readonly content: ReactNode }[];
}

/** Several views of one thing in one place. */
export function Tabs({ label, tabs }: Props) {
  const [first] = tabs;
  if (!first) return null;
  return (
    <Radix.Root defaultValue={first.value}>
      <Radix.List aria-label={label} className="flex gap-4 border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px border-b-2 border-transparent py-1.5 text-sm text-muted data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-accent"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-2">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
