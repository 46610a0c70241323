import { PanesSkeleton } from "@/ui/parts/page-skeleton";

export default function Loading() {
  return <PanesSkeleton />;
}
