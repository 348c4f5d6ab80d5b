import { describe, expect, it } from 'vitest'
import { portIn } from '../../../src/detect/commands/port.ts'
import { isDevelopment, isFileServer, isIdle, programOf, stackOf } from '../../../src/detect/commands/program.ts'
import { commandLine, segments, words } from '../../../src/detect/commands/words.ts'

describe('a command line', () => {
  it('is taken apart at blanks outside quotes', () => {
    expect(words(`sh -c "gunicorn 'app:create()' -b \\"x\\"" a\\ b`)).toEqual([
      'sh',
      '-c',
      `gunicorn 'app:create()' -b "x"`,
      'a b',
    ])
  })

  it('is taken apart at && and ; outside quotes', () => {
    expect(segments('flask db upgrade; echo "a; b" && gunicorn app:app')).toEqual([
      'flask db upgrade',
      'echo "a; b"',
      'gunicorn app:app',
    ])
  })

  it('is put together with quotes where a word needs them', () => {
    expect(commandLine(['gunicorn', 'app:create_app()', '-b', '0.0.0.0:$PORT'])).toBe(
      "gunicorn 'app:create_app()' -b 0.0.0.0:$PORT",
    )
  })
})

describe('the program of a command', () => {
  it.each([
    ['exec poetry run gunicorn app:app', 'gunicorn', 'python'],
    ['PORT=3000 bundle exec puma -C config/puma.rb', 'puma', 'ruby'],
    ['python3 -m uvicorn main:app', 'uvicorn', 'python'],
    ['sh -c "node server.js"', 'node', 'node'],
    ['./target/release/api', 'api', 'rust'],
    ['vendor/bin/heroku-php-apache2 public/', 'heroku-php-apache2', 'php'],
    ['./boot.sh', 'boot.sh', null],
    ['cd backend && ./mvnw spring-boot:run', 'cd', 'java'],
  ])('%s', (command, program, stack) => {
    expect(programOf(command)).toBe(program)
    expect(stackOf(command)).toBe(stack)
  })

  it('tells a file server, a development server and an idle shell from a server', () => {
    for (const one of ['python -m SimpleHTTPServer $PORT', 'npx serve -s dist', 'python3 -m http.server'])
      expect([one, isFileServer(one)]).toEqual([one, true])
    for (const one of ['npm run dev', 'uvicorn main:app --reload', 'nodemon index.js', 'vite --host'])
      expect([one, isDevelopment(one)]).toEqual([one, true])
    for (const one of ['bash', 'tail -f /dev/null', 'sleep infinity']) expect([one, isIdle(one)]).toEqual([one, true])
    for (const one of ['gunicorn app:app', 'npm start', 'node dist/main', 'bundle exec puma'])
      expect([one, isFileServer(one), isDevelopment(one), isIdle(one)]).toEqual([one, false, false, false])
  })
})

describe('the port of a command', () => {
  it.each([
    ['gunicorn -b 0.0.0.0:80 app:app', 80, false],
    ['gunicorn app:app --bind=0.0.0.0:$PORT', null, true],
    ['bundle exec puma -t 5:5 -p ${PORT:-3000} -e production', 3000, true],
    ['uvicorn main:app --host 0.0.0.0 --port 6000', 6000, false],
    ['gunicorn -b :5000 --access-logfile - microblog:app', 5000, false],
    ['streamlit run app.py --server.port=8501', 8501, false],
    ['python manage.py runserver 0.0.0.0:8000', null, false],
    ['gunicorn app:app --workers 4', null, false],
    ['java -Dserver.port=$PORT -jar app.jar', null, true],
    ['gunicorn -w 4 app:app --timeout 120', null, false],
    ['php artisan serve --host=0.0.0.0 --port=8080', 8080, false],
  ])('%s', (command, port, honoursPort) => {
    expect(portIn(command)).toEqual({ port, honoursPort })
  })
})
