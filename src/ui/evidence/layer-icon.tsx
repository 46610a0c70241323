import {
  FileText,
  Gauge,
  ListChecks,
  type LucideIcon,
  PackageCheck,
  PenLine,
  Scale,
  UserRoundCheck,
} from "lucide-react";
import { cn } from "@/ui/parts/cn";
import type { Layer } from "./layers";

const ICONS: Readonly<Record<Layer, LucideIcon>> = {
  documents: FileText,
  declaration: PenLine,
  tax: Scale,
  requirements: ListChecks,
  risk: Gauge,
  review: UserRoundCheck,
  release: PackageCheck,
};

/** The sign of a layer; its word stands in the filter and in the event itself. */
export function LayerIcon({ layer, className }: { readonly layer: Layer; readonly className?: string }) {
  const Icon = ICONS[layer];
  return <Icon aria-hidden className={cn("size-3.5 shrink-0", className)} strokeWidth={1.75} />;
}
