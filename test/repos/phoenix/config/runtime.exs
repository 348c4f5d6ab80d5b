import Config
config :chat, ChatWeb.Endpoint, http: [port: String.to_integer(System.get_env("PORT") || "4000")], secret_key_base: System.fetch_env!("SECRET_KEY_BASE")
