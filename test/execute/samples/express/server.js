const { app } = require('./app')

const port = process.env.PORT || 4310
app.listen(port, () => console.log(`listening on ${port}`))
