ActiveRecord::Schema[8.0].define(version: 2026_01_01_000000) do
  create_table 'patients' do |t|
    t.string 'name', null: false
  end
end
