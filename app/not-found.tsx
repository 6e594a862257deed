import NotFound from './(portal)/not-found'

export default function RootNotFound() {
  return (
    <main className="pt-[12vh]">
      <NotFound />
    </main>
  )
}
