"use client";

import { Command as Base } from "cmdk";
import { Search } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  readonly children: ReactNode;
}

/** One input for going, finding and doing; it opens without motion, because it is used a hundred times a day. */
export function CommandDialog({ label, hint, isOpen, onOpenChange, query, onQueryChange, children }: Props) {
  return (
    <Base.Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      label={label}
      shouldFilter={false}
      overlayClassName="fixed inset-0 z-40 bg-overlay"
      contentClassName="fixed left-1/2 top-[12dvh] z-50 w-[min(600px,94vw)] -translate-x-1/2 overflow-hidden rounded-lg border bg-panel shadow-lift outline-none"
    >
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Base.Input
          value={query}
          onValueChange={onQueryChange}
          placeholder={hint}
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted"
        />
      </div>
      <Base.List className="max-h-[min(26rem,60dvh)] overflow-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted">
        {children}
      </Base.List>
    </Base.Dialog>
  );
}

/** Items of one kind. */
export const CommandGroup = Base.Group;
/** What is said when nothing fits. */
export function CommandEmpty({ children }: { readonly children: ReactNode }) {
  return <Base.Empty className="px-3 py-8 text-center text-sm text-muted">{children}</Base.Empty>;
}

/** One thing to go to or to do. */
export function CommandItem(props: ComponentProps<typeof Base.Item>) {
  return (
    <Base.Item
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-base data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent [&_svg]:size-4 [&_svg]:shrink-0"
      {...props}
    />
  );
}
