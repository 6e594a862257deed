import { Tabs } from '@/components/ui/tabs'

const LOGS = [
  { href: '/audit', name: '审计日志' },
  { href: '/audit/accesses', name: '查阅记录' },
]

/** The two logs of the auditor. */
export function LogTabs({ here }: { here: string }) {
  return (
    <div className="mb-4">
      <Tabs label="日志" tabs={LOGS.map((log) => ({ ...log, here: log.href === here }))} />
    </div>
  )
}
