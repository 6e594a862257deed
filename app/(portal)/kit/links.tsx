import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { Piece, Row, Shown } from './shown'

const TO = '/kit'
const LOOKS = { 平时: undefined, 移上: 'hover', 焦点: 'focus-visible', 按下: 'hover active' }

/** What leads somewhere. */
export function Links() {
  return (
    <>
      <Piece name="Link 链接">
        {(['text', 'quiet', 'plain', 'primary'] as const).map((kind) => (
          <Row key={kind}>
            {Object.entries(LOOKS).map(([name, look]) => (
              <Shown key={name} as={`${kind} ${name}`}>
                <Link href={TO} kind={kind} data-look={look} soft>
                  报送信息
                </Link>
              </Shown>
            ))}
          </Row>
        ))}
        <p>
          句中的链接带下划线：各单位可查看<Link href={TO}>计分办法</Link>，也可下载电子表格。
        </p>
      </Piece>
      <Piece name="PageHead 页头">
        <PageHead
          title="关于进一步做好2020年第四季度政务信息报送工作的情况"
          trail={[
            { href: TO, name: '采编台' },
            { href: '/kit#Pager', name: '区财政局' },
          ]}
          here="编辑稿"
          about="区财政局 · 10月12日 14:05 报送"
          action={
            <Link href={TO} kind="primary">
              报送信息
            </Link>
          }
        />
      </Piece>
      <Piece name="Tabs 视图">
        <Tabs
          label="按状态筛选（样例）"
          tabs={[
            { href: '/kit#a', name: '全部', count: 18, here: true },
            { href: '/kit#b', name: '草稿', count: 1 },
            { href: '/kit#c', name: '已接收', count: 14 },
            { href: '/kit#d', name: '退回修改', count: 2 },
            { href: '/kit#e', name: '已撤回', count: 0 },
          ]}
        />
        <Tabs
          label="主导航（样例）"
          kind="line"
          tabs={[
            { href: '/kit#f', name: '首页' },
            { href: '/kit#g', name: '采编台', here: true },
            { href: '/kit#h', name: '排名' },
            { href: '/kit#i', name: '通报' },
          ]}
        />
        <div className="w-48">
          <Tabs
            label="视图（样例）"
            kind="side"
            small
            tabs={[
              { href: '/kit#j', name: '我的待办', count: '1000+' },
              { href: '/kit#k', name: '退回', count: 2, here: true },
            ]}
          />
        </div>
      </Piece>
      <Piece name="Pager 翻页">
        <Pager first={TO} previous={TO} next={TO} says="第 51—100 条，共 1386 条" />
        <Pager first={TO} firstName="最新" next={TO} label="翻页（最新在前）" />
      </Piece>
      <Piece name="Disclosure 展开">
        <Row>
          <Disclosure summary="定为未采用">
            <p>展开后显示的内容。</p>
          </Disclosure>
          <Disclosure summary="10月12日 报送的原稿" small open>
            <p>已展开的内容。</p>
          </Disclosure>
          <Disclosure summary="下载 CSV" over>
            <ul>
              <li>
                <Link href={TO} kind="quiet">
                  区级部门报送情况
                </Link>
              </li>
              <li>
                <Link href={TO} kind="quiet">
                  镇、街道采用情况
                </Link>
              </li>
            </ul>
          </Disclosure>
        </Row>
      </Piece>
    </>
  )
}
